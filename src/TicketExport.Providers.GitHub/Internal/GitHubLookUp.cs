using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Finds issues by the stamp in their bodies: in the list of those that carry our label, then of those that we made.</summary>
/// <remarks>Never by search, whose index lags by minutes and leaves issues out.</remarks>
internal sealed class GitHubLookUp(GitHubClient client)
{
    private const int MaxPages = 100;

    // The list is cut by GitHub's clock, the attempt's start is by ours.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(15);

    private readonly GitHubSession _session = client.Session;

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        var since = request.AttemptStartedAt - ClockMargin;
        var stamp = GitHubTicketMapper.StampOf(request.Keys.Marker);
        var labelled = await ReadAsync(
            await client.ListIssuesAsync(since, GitHubDefaults.MarkerLabel, null, cancellationToken).ConfigureAwait(false),
            stamp,
            cancellationToken).ConfigureAwait(false);
        if (labelled is not FindOutcome.Absent)
        {
            return labelled;
        }

        // Without write access GitHub dropped the label, and people may take it off.
        var (login, failed) = await ReadLoginAsync(cancellationToken).ConfigureAwait(false);
        return failed ?? await ReadAsync(
            await client.ListIssuesAsync(since, null, login, cancellationToken).ConfigureAwait(false),
            stamp,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Our own login; <see langword="null"/> for a token that has no right to ask, whose look-up then reads what anybody made.</summary>
    public async Task<(string? Login, FindOutcome? Failed)> ReadLoginAsync(CancellationToken cancellationToken)
    {
        string? login = null;
        var result = await GitHubIdentity.AskAsync(client, cancellationToken).ConfigureAwait(false);
        if (GitHubIdentity.IsWithheld(result))
        {
            return (null, null);
        }

        var outcome = _session.Errors.Places.ToFind(result, answer =>
            (login = GitHubIdentity.Read(answer, _session.Settings)) is null ? null : new FindOutcome.Absent(Proven: false));
        return (login, outcome as FindOutcome.Failed);
    }

    // To the end: the ticket may be on any page, and there may be two.
    private async Task<FindOutcome> ReadAsync(TicketHttpResult first, string stamp, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, GitHubIssue>();
        var result = await FollowAsync(first, cancellationToken).ConfigureAwait(false);
        for (var page = 1; ; page++)
        {
            Uri? next = null;
            var outcome = _session.Errors.Places.ToFind(result, answer => ReadPage(answer, stamp, found, page, out next));
            if (outcome is FindOutcome.Failed || next is null)
            {
                return outcome is FindOutcome.Failed || found.Count == 0 ? outcome : new FindOutcome.Found(ReferencesOf(found.Values));
            }

            result = await client.GetPageAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    private FindOutcome? ReadPage(TicketHttpAnswer answer, string stamp, Dictionary<long, GitHubIssue> found, int page, out Uri? next)
    {
        next = null;
        if (!answer.TryReadJson(GitHubJsonContext.Default.IReadOnlyListGitHubIssue, out var issues))
        {
            return null;
        }

        foreach (var issue in issues.Where(issue => IsOurs(issue, stamp)))
        {
            found[issue.Id] = issue;
        }

        next = LinkHeader.ReadNext(answer, _session.Access);
        if (next is null && GitHubPages.NamesNext(answer))
        {
            return new FindOutcome.Failed(GitHubErrorMap.PagesElsewhere(answer));
        }

        return next is not null && page >= MaxPages
            ? new FindOutcome.Failed(GitHubErrorMap.TooManyPages(answer))
            : new FindOutcome.Absent(Proven: false);
    }

    // A repository that was renamed lists its issues at another address of the same server.
    private async Task<TicketHttpResult> FollowAsync(TicketHttpResult result, CancellationToken cancellationToken) =>
        GitHubPages.MovedTo(result, _session.Access) is { } address
            ? await client.GetPageAsync(address, cancellationToken).ConfigureAwait(false)
            : result;

    private static bool IsOurs(GitHubIssue? issue, string stamp) =>
        issue is { Id: > 0, Number: > 0, PullRequest: null } && issue.Body?.Contains(stamp, StringComparison.Ordinal) == true;

    private ImmutableArray<TicketReference> ReferencesOf(IEnumerable<GitHubIssue> issues) =>
        [.. issues.OrderBy(static issue => issue.CreatedAt).ThenBy(static issue => issue.Number).Select(issue => GitHubIssues.ToReference(issue, _session.Settings))];
}
