using System.Globalization;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>One method per remote call.</summary>
internal sealed class GitHubClient(GitHubSession session)
{
    private const int PageSize = 50;

    // GitHub's own grey for labels that it makes by itself.
    private const string LabelColor = "ededed";

    public GitHubSession Session => session;

    private (string Owner, string Name) Repository => (session.Settings.Owner, session.Settings.Name);

    public Task<TicketHttpResult> GetRepositoryAsync(CancellationToken cancellationToken) =>
        session.GetAsync(TicketHttpPath.Of($"repos/{Repository.Owner}/{Repository.Name}"), cancellationToken);

    public Task<TicketHttpResult> GetUserAsync(CancellationToken cancellationToken) => session.GetAsync(TicketHttpPath.Of($"user"), cancellationToken);

    public Task<TicketHttpResult> GetAppAsync(GitHubAppCredential app, CancellationToken cancellationToken) =>
        session.GetAsAppAsync(app, TicketHttpPath.Of($"app"), cancellationToken);

    public Task<TicketHttpResult> GetLabelAsync(string label, CancellationToken cancellationToken) =>
        session.GetAsync(TicketHttpPath.Of($"repos/{Repository.Owner}/{Repository.Name}/labels/{label}"), cancellationToken);

    public Task<TicketHttpResult> CreateLabelAsync(string label, CancellationToken cancellationToken) => session.SendAsync(
        (HttpMethod.Post, TicketHttpPath.Of($"repos/{Repository.Owner}/{Repository.Name}/labels")),
        new GitHubLabelRequest(label, LabelColor),
        GitHubJsonContext.Default.GitHubLabelRequest,
        cancellationToken);

    public Task<TicketHttpResult> GetAssigneeAsync(string login, CancellationToken cancellationToken) =>
        session.GetAsync(TicketHttpPath.Of($"repos/{Repository.Owner}/{Repository.Name}/assignees/{login}"), cancellationToken);

    public Task<TicketHttpResult> CreateIssueAsync(GitHubCreateIssueRequest issue, CancellationToken cancellationToken) => session.SendAsync(
        (HttpMethod.Post, TicketHttpPath.Of($"repos/{Repository.Owner}/{Repository.Name}/issues")),
        issue,
        GitHubJsonContext.Default.GitHubCreateIssueRequest,
        cancellationToken);

    /// <param name="since">Leaves out issues that were changed before.</param>
    /// <param name="label">A label that they carry; <see langword="null"/> for any.</param>
    /// <param name="creator">The login of whoever made them; <see langword="null"/> for anybody.</param>
    /// <param name="cancellationToken">Bounds the exchange.</param>
    public Task<TicketHttpResult> ListIssuesAsync(DateTimeOffset since, string? label, string? creator, CancellationToken cancellationToken) => session.GetPageAsync(
        TicketHttpPath.Of($"repos/{Repository.Owner}/{Repository.Name}/issues")
            .With("state", "all")
            .With("labels", label)
            .With("creator", creator)
            .With("since", since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            .With("sort", "created")
            .With("direction", "desc")
            .With("per_page", PageSize),
        cancellationToken);

    public Task<TicketHttpResult> GetPageAsync(Uri address, CancellationToken cancellationToken) => session.GetPageAsync(address, cancellationToken);

    public Task<TicketHttpResult> GetIssueAsync(GitHubPlace place, CancellationToken cancellationToken) => session.GetAsync(PathOf(place), cancellationToken);

    public Task<TicketHttpResult> GetIssueCheaplyAsync(GitHubPlace place, CancellationToken cancellationToken) =>
        session.GetCheaplyAsync(PathOf(place), cancellationToken);

    public Task<TicketHttpResult> UpdateIssueAsync(GitHubPlace place, GitHubUpdateIssueRequest issue, CancellationToken cancellationToken) =>
        session.SendAsync((HttpMethod.Patch, PathOf(place)), issue, GitHubJsonContext.Default.GitHubUpdateIssueRequest, cancellationToken);

    public Task<TicketHttpResult> SetStateAsync(GitHubPlace place, GitHubStateRequest state, CancellationToken cancellationToken) =>
        session.SendAsync((HttpMethod.Patch, PathOf(place)), state, GitHubJsonContext.Default.GitHubStateRequest, cancellationToken);

    /// <param name="place">The issue.</param>
    /// <param name="since">Only what was changed since then; all where it is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<TicketHttpResult> ListCommentsAsync(GitHubPlace place, DateTimeOffset? since, CancellationToken cancellationToken) => session.GetPageAsync(
        CommentsOf(place).With("per_page", PageSize).With("since", since?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        cancellationToken);

    public Task<TicketHttpResult> AddCommentAsync(GitHubPlace place, GitHubCommentRequest comment, CancellationToken cancellationToken) =>
        session.SendAsync((HttpMethod.Post, CommentsOf(place)), comment, GitHubJsonContext.Default.GitHubCommentRequest, cancellationToken);

    private static TicketHttpPath PathOf(GitHubPlace place) => TicketHttpPath.Of($"repos/{place.Owner}/{place.Name}/issues/{place.Number}");

    private static TicketHttpPath CommentsOf(GitHubPlace place) => TicketHttpPath.Of($"repos/{place.Owner}/{place.Name}/issues/{place.Number}/comments");
}
