using System.Collections.Immutable;
using TicketExport.Http;

namespace TicketExport.Providers.Linear.Internal;

internal sealed partial class LinearTicketProvider : IStatusBatchProvider
{
    public int MaxTickets => 50;

    public bool CanReadMany(TicketTarget target) => true;

    public async Task<ReadManyOutcome> ReadManyAsync(ReadTicketsRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new ReadManyOutcome.Failed(fault!);
        }

        // The filter takes ids alone: a ticket that was linked by its identifier is read by itself.
        string[] ids = [.. request.Tickets.Select(static ticket => ticket.ProviderTicketId).Where(LinearTargetSettings.IsUuid)];
        if (ids.Length == 0)
        {
            return new ReadManyOutcome.Read([.. request.Tickets.Select(static _ => (TicketSnapshot?)null)]);
        }

        var result = await _client.ReadIssuesAsync(session.Access, ids, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToReadMany(result, answer => Found(answer, session.Settings, request.Tickets));
    }

    // What is in the trash counts as gone, which a read of its own tells.
    private static ImmutableArray<TicketSnapshot?> Found(TicketHttpAnswer answer, LinearTargetSettings settings, ImmutableArray<TicketReference> tickets) =>
        LinearErrorMap.Read(answer)?.Data?.Issues is { Nodes: var issues }
            ? [.. tickets.Select(ticket => issues.FirstOrDefault(issue => issue is { Trashed: not true } && issue.Id == ticket.ProviderTicketId) is { } issue ? LinearAnswers.SnapshotOf(issue, settings) : null)]
            : default;
}
