using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Requests for issues that may have moved: transferred, or in a repository that was renamed. A move is followed once.</summary>
internal static class GitHubMoves
{
    /// <summary>Reads an issue, wherever it is now.</summary>
    public static async Task<TicketHttpResult> ReadAsync(GitHubClient client, GitHubPlace place, CancellationToken cancellationToken)
    {
        var result = await client.GetIssueAsync(place, cancellationToken).ConfigureAwait(false);
        return GitHubPages.MovedTo(result, client.Session.Access) is { } address
            ? await client.GetPageAsync(address, cancellationToken).ConfigureAwait(false)
            : result;
    }

    /// <summary>Sends a request for an issue; where it was sent on, and so not carried out, sends it to the place where the issue is found.</summary>
    public static async Task<TicketHttpResult> SendAsync(
        GitHubClient client,
        GitHubPlace place,
        Func<GitHubPlace, Task<TicketHttpResult>> send,
        CancellationToken cancellationToken)
    {
        var result = await send(place).ConfigureAwait(false);
        if (GitHubPages.MovedTo(result, client.Session.Access) is null)
        {
            return result;
        }

        var read = await ReadAsync(client, place, cancellationToken).ConfigureAwait(false);
        return read is TicketHttpResult.Answered { Answer: { IsSuccess: true } answer }
            && GitHubIssues.Read(answer) is { } issue
            && GitHubIssues.PlaceOf(issue) is { } now
            && !now.IsSameAs(place)
                ? await send(now).ConfigureAwait(false)
                : result;
    }
}
