using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>What GitHub's answers mean for one attempt.</summary>
internal sealed class GitHubErrorMap
{
    // What GitHub asks for where a secondary limit names no time.
    private static readonly TimeSpan SecondaryWait = TimeSpan.FromMinutes(1);

    private readonly TicketHttpWords _words;
    private readonly TimeProvider _time;
    private readonly Uri _root;

    public GitHubErrorMap(GitHubTargetSettings settings, TimeProvider time)
    {
        _words = new("GitHub", settings.App is null ? $"Credentials:{GitHubDefaults.TokenCredential}" : $"Credentials:{GitHubDefaults.PrivateKeyCredential}", RepositorySetting);
        _time = time;
        _root = settings.Server.Root;
        Places = new(_words, answer => Judge(answer, isIssue: false));
        Issues = new(_words, answer => Judge(answer, isIssue: true));
        Tokens = new(_words, JudgeToken);
    }

    /// <summary>The fault of a reference that says nothing to GitHub.</summary>
    public static ProviderFault NoPlace { get; } = new()
    {
        Reason = FailureReason.NotFound,
        Message = "The ticket's key is not one of GitHub: owner/name#1, or #1 in the target's own repository. Link the ticket under such a key.",
    };

    public static string RepositorySetting => $"Settings:{GitHubDefaults.RepositorySetting}";

    /// <summary>For requests that name a repository.</summary>
    public TicketHttpOutcomes Places { get; }

    /// <summary>For requests that name an issue.</summary>
    public TicketHttpOutcomes Issues { get; }

    /// <summary>For the request that gives an app its token.</summary>
    public TicketHttpOutcomes Tokens { get; }

    /// <summary>Whether the attempt's token was made for an earlier one, so that a refusal of it may be its age.</summary>
    public bool IsTokenReused { get; set; }

    public TicketHttpVerdict Judge(TicketHttpAnswer answer, bool isIssue)
    {
        if (answer.IsSuccess)
        {
            return new TicketHttpVerdict.Done();
        }

        var error = GitHubError.Read(answer);
        return answer.Status switch
        {
            403 or 429 when LimitOf(answer, error) is { } limited => limited,
            422 when error.Says("submitted too quickly") => Secondary(answer),
            401 when IsTokenReused => new TicketHttpVerdict.NotDone(Fault(answer, FailureReason.Authentication, "The app's token ended before its time; the next try asks for a new one", null)),
            403 => JudgeForbidden(answer, error),
            404 when isIssue => new TicketHttpVerdict.Forbidden(Fault(
                answer,
                FailureReason.Permission,
                $"GitHub shows no such ticket to these credentials: it was never there, went to a repository out of reach, or a right is missing. Check {_words.CredentialSetting}",
                GitHubErrorCodes.IssueNotShown) with
            { Setting = _words.CredentialSetting }),
            410 => JudgeGone(answer, error, isIssue),
            422 => JudgeContent(answer, error),
            >= 300 and < 400 when IsHome(answer) => new TicketHttpVerdict.Refused(OfRepository(
                answer, FailureReason.Redirected, "The repository was renamed or moved. Set Settings:repository to its present name", GitHubErrorCodes.RepositoryMoved)),
            _ => TicketHttpStatus.Judge(answer, _words, _time, error.Code),
        };
    }

    public ProviderFault Unreadable(TicketHttpAnswer answer) => TicketHttpStatus.UnreadableOf(answer, _words);

    /// <summary>The fault of a ticket that stands, but for parts that GitHub left out.</summary>
    public ProviderFault PartsDropped(TicketHttpAnswer answer, IEnumerable<string> parts) => Fault(
        answer,
        FailureReason.Permission,
        $"GitHub made the ticket and left out: {string.Join(", ", parts)}. It sets them for credentials with write access to the repository only. Give {_words.CredentialSetting} that right, or take the part from the target's settings",
        GitHubErrorCodes.PartsDropped) with
    { Setting = _words.CredentialSetting };

    /// <summary>The fault of a list whose next page lies at another host, where the credentials must not go.</summary>
    public static ProviderFault PagesElsewhere(TicketHttpAnswer answer) => Fault(
        answer,
        FailureReason.Configuration,
        "GitHub names further pages at another host. Set BaseUrl to the address that GitHub itself uses",
        null) with
    { Setting = TicketHttpWords.AddressSetting };

    /// <summary>The fault of an address at which another issue stands now.</summary>
    public static ProviderFault Replaced(TicketHttpAnswer answer) => Fault(
        answer,
        FailureReason.NotFound,
        "Another issue stands at the ticket's address; its repository may have been deleted and made anew",
        GitHubErrorCodes.IssueReplaced);

    /// <summary>The fault of a list that has no end.</summary>
    public static ProviderFault TooManyPages(TicketHttpAnswer answer) =>
        Fault(answer, FailureReason.Unavailable, "GitHub lists more than can be read in one go", null);

    /// <summary>The fault of a repository that is there and takes no tickets.</summary>
    public static ProviderFault Closed(TicketHttpAnswer answer, bool isArchived) => isArchived
        ? OfRepository(answer, FailureReason.Configuration, "The repository is archived and takes no changes. Take it out of the archive, or set Settings:repository to another one", GitHubErrorCodes.RepositoryArchived)
        : OfRepository(answer, FailureReason.NotFound, "The repository's issues are switched off. Switch them on in its settings, or set Settings:repository to another one", GitHubErrorCodes.IssuesDisabled);

    // Elsewhere it is not a repository that moved.
    private bool IsHome(TicketHttpAnswer answer) =>
        RemoteText.ReadAddress(answer.GetHeader("Location"), _root) is not null;

    // The headers first: many refusals of rights are 403 as well.
    private TicketHttpVerdict.RateLimited? LimitOf(TicketHttpAnswer answer, GitHubError error)
    {
        if (answer.GetHeader("X-RateLimit-Remaining")?.Trim() == "0")
        {
            var until = RateLimitReset.Read(answer, "X-RateLimit-Reset", RateLimitForm.EpochSeconds, _time);
            return TicketHttpStatus.RateLimited(answer, _words, until ?? _time.GetUtcNow() + SecondaryWait, GitHubErrorCodes.RateLimited);
        }

        return answer.Status == 429 || answer.GetHeader("Retry-After") is not null || error.Says("secondary rate") || error.Says("abuse detection")
            ? Secondary(answer)
            : null;
    }

    private TicketHttpVerdict.RateLimited Secondary(TicketHttpAnswer answer) => TicketHttpStatus.RateLimited(
        answer, _words, RetryAfter.Read(answer, _time) ?? _time.GetUtcNow() + SecondaryWait, GitHubErrorCodes.SecondaryRateLimited);

    private TicketHttpVerdict JudgeForbidden(TicketHttpAnswer answer, GitHubError error)
    {
        if (error.Says("archived"))
        {
            return new TicketHttpVerdict.Refused(Closed(answer, isArchived: true) with { DisablesTarget = true });
        }

        if (error.Says("locked"))
        {
            return new TicketHttpVerdict.Refused(Fault(answer, FailureReason.Permission, "The ticket's conversation is locked for these credentials. Unlock it, or give them write access", GitHubErrorCodes.IssueLocked) with { Setting = _words.CredentialSetting });
        }

        var (message, code) = answer.GetHeader("X-GitHub-SSO") is not null
            ? ($"The organisation wants the token to be authorised for single sign-on. Authorise {_words.CredentialSetting} at GitHub", GitHubErrorCodes.SingleSignOnRequired)
            : ($"The credentials lack a right. Give {_words.CredentialSetting} \"Issues: write\" for the repository", GitHubErrorCodes.PermissionMissing);
        return new TicketHttpVerdict.Forbidden(Fault(answer, FailureReason.Permission, message, code) with { Setting = _words.CredentialSetting });
    }

    // The one status says both: no issues here at all, and this issue no more.
    private static TicketHttpVerdict JudgeGone(TicketHttpAnswer answer, GitHubError error, bool isIssue) => !isIssue || error.Says("disabled")
        ? new TicketHttpVerdict.Refused(Closed(answer, isArchived: false) with { DisablesTarget = true })
        : new TicketHttpVerdict.Missing(Fault(answer, FailureReason.NotFound, "The ticket was deleted at GitHub", GitHubErrorCodes.IssueDeleted));

    private static TicketHttpVerdict.Refused JudgeContent(TicketHttpAnswer answer, GitHubError error)
    {
        var setting = error.Field switch
        {
            "labels" => $"Settings:{GitHubDefaults.LabelsSetting}",
            "assignees" or "assignee" => $"Settings:{GitHubDefaults.AssigneeSetting}",
            "milestone" => $"Settings:{GitHubDefaults.MilestoneSetting}",
            "type" => $"Settings:{GitHubDefaults.IssueTypeSetting}",
            _ => null,
        };
        var message = error.Field is { } field ? $"GitHub refused the ticket's {field}" : "GitHub refused the request's content";
        return new(Fault(answer, FailureReason.Validation, setting is null ? message : $"{message}. Check {setting}", error.Code) with { Setting = setting });
    }

    private TicketHttpVerdict JudgeToken(TicketHttpAnswer answer)
    {
        if (answer.IsSuccess)
        {
            // Asking for a token creates nothing, so an answer that cannot be read leaves nothing in doubt.
            return answer.IsPage
                ? new TicketHttpVerdict.Refused(Unreadable(answer))
                : new TicketHttpVerdict.NotDone(Unreadable(answer) with { Reason = FailureReason.Unavailable });
        }

        var installation = $"Settings:{GitHubDefaults.InstallationIdSetting}";
        return answer.Status switch
        {
            401 => new TicketHttpVerdict.Refused(Fault(answer, FailureReason.Authentication, $"GitHub did not accept the app's signature. Check Settings:{GitHubDefaults.AppIdSetting}, {_words.CredentialSetting} and this machine's clock", null) with { Setting = _words.CredentialSetting }),
            403 when LimitOf(answer, GitHubError.Read(answer)) is null => new TicketHttpVerdict.Refused(Fault(answer, FailureReason.Permission, "The app's installation is suspended. Resume it at GitHub", GitHubErrorCodes.PermissionMissing) with { Setting = installation }),
            404 => new TicketHttpVerdict.Refused(Fault(answer, FailureReason.Authentication, $"GitHub knows no such installation of the app. Check {installation}", null) with { Setting = installation }),
            422 => new TicketHttpVerdict.Refused(Fault(answer, FailureReason.Permission, "The app has no right to write issues. Give it \"Issues: write\" and accept that at the installation", GitHubErrorCodes.PermissionMissing) with { Setting = installation }),
            _ => Judge(answer, isIssue: false),
        };
    }

    private static ProviderFault OfRepository(TicketHttpAnswer answer, FailureReason reason, string message, string code) =>
        Fault(answer, reason, message, code) with { Setting = RepositorySetting };

    private static ProviderFault Fault(TicketHttpAnswer answer, FailureReason reason, string message, string? code) =>
        TicketHttpStatus.FaultOf(answer, reason, message, code);
}
