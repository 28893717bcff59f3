namespace TicketExport.Providers.GitHub;

/// <summary>
/// The provider's own codes, as they stand in <see cref="ExportFailure.ProviderErrorCode"/> where GitHub's answer has none. GitHub's own, such as
/// <c>missing_field</c> or <c>invalid</c>, are carried over as they are.
/// </summary>
public static class GitHubErrorCodes
{
    /// <summary>The primary limit is used up (<c>x-ratelimit-remaining: 0</c>).</summary>
    public const string RateLimited = "github_rate_limited";

    /// <summary>A secondary limit: too many requests, or too much new content, in a short time.</summary>
    public const string SecondaryRateLimited = "github_secondary_rate_limited";

    /// <summary>The credentials do not have the right that the request needs.</summary>
    public const string PermissionMissing = "github_permission_missing";

    /// <summary>The organisation wants the token to be authorised for single sign-on.</summary>
    public const string SingleSignOnRequired = "github_single_sign_on_required";

    /// <summary>The repository is archived and takes no changes.</summary>
    public const string RepositoryArchived = "github_repository_archived";

    /// <summary>The repository was renamed or moved.</summary>
    public const string RepositoryMoved = "github_repository_moved";

    /// <summary>The repository's issues are switched off.</summary>
    public const string IssuesDisabled = "github_issues_disabled";

    /// <summary>The issue was deleted.</summary>
    public const string IssueDeleted = "github_issue_deleted";

    /// <summary>Neither the issue nor its repository is shown to the credentials: never there, moved out of reach, or a right is missing.</summary>
    public const string IssueNotShown = "github_issue_not_shown";

    /// <summary>At the issue's address stands another issue than the one that was exported.</summary>
    public const string IssueReplaced = "github_issue_replaced";

    /// <summary>The issue's conversation is locked for these credentials.</summary>
    public const string IssueLocked = "github_issue_locked";

    /// <summary>A part of the ticket was left out by GitHub, such as labels for want of the right to set them.</summary>
    public const string PartsDropped = "github_parts_dropped";
}
