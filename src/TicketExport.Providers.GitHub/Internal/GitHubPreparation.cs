using System.Collections.Immutable;
using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>What comes before a create: labels that exist, and an assignee who can be one.</summary>
/// <remarks>
/// A missing right stops nothing, since the answer to the create tells what was left out; a server that cannot answer now stops everything,
/// since nothing was created yet.
/// </remarks>
internal sealed class GitHubPreparation(GitHubClient client, GitHubLabelMemory memory)
{
    private const int NotFound = 404;

    /// <summary>Makes the labels that are not there.</summary>
    /// <returns>The exchange that stops the attempt; <see langword="null"/> to go on.</returns>
    public async Task<TicketHttpResult?> EnsureLabelsAsync(ImmutableArray<string> labels, CancellationToken cancellationToken)
    {
        foreach (var label in labels.Where(label => !memory.Has(client.Session.Settings, label)))
        {
            var result = await client.GetLabelAsync(label, cancellationToken).ConfigureAwait(false);
            if (result is TicketHttpResult.Answered { Answer.Status: NotFound })
            {
                result = await client.CreateLabelAsync(label, cancellationToken).ConfigureAwait(false);
            }

            if (Stops(result))
            {
                return result;
            }

            if (!Exists(result))
            {
                return null;
            }

            memory.Add(client.Session.Settings, label);
        }

        return null;
    }

    /// <summary>Whom the ticket is assigned to: whoever the settings demand, or else whoever the document names, if that can be.</summary>
    /// <returns>The login, or the exchange that stops the attempt.</returns>
    public async Task<(string? Login, TicketHttpResult? Stop)> ChooseAssigneeAsync(string? named, CancellationToken cancellationToken)
    {
        if (client.Session.Settings.Assignee is { } demanded)
        {
            return (demanded, null);
        }

        if (named is null)
        {
            return (null, null);
        }

        var result = await client.GetAssigneeAsync(named, cancellationToken).ConfigureAwait(false);
        return Stops(result) ? (null, result) : (result is TicketHttpResult.Answered { Answer.IsSuccess: true } ? named : null, null);
    }

    private bool Stops(TicketHttpResult result) =>
        result is not TicketHttpResult.Answered { Answer: var answer }
        || client.Session.Errors.Judge(answer, isIssue: false) is TicketHttpVerdict.RateLimited or TicketHttpVerdict.InDoubt or TicketHttpVerdict.NotDone;

    // 422: somebody else made it meanwhile.
    private static bool Exists(TicketHttpResult result) => result is TicketHttpResult.Answered { Answer: { IsSuccess: true } or { Status: 422 } };
}
