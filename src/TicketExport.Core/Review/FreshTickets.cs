using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Sync;
using TicketExport.Targets;

namespace TicketExport.Review;

/// <summary>Finds who can read the tickets of a source, and has them read.</summary>
internal sealed class FreshTickets(ITicketSync sync, TargetResolver targets)
{
    /// <summary>The most tickets of one source that a review reads at their trackers.</summary>
    private const int MostReads = 8;

    /// <summary>Reads the newest linked tickets afresh; the sync itself keeps to planned times and pauses.</summary>
    public async Task<bool> ReadAsync(
        string accountId,
        ImmutableArray<ExportRecord> records,
        Dictionary<string, ITicketProvider?> providers,
        CancellationToken cancellationToken)
    {
        var linked = records
            .Where(record => record is { Ticket: not null, Link: LinkState.Live or LinkState.Broken } && providers.GetValueOrDefault(record.TargetId) is IStatusProvider)
            .Reverse()
            .Take(MostReads)
            .ToArray();
        foreach (var record in linked)
        {
            await sync.SyncAsync(accountId, record.ExportId, cancellationToken).ConfigureAwait(false);
        }

        return linked.Length > 0;
    }

    public async Task<Dictionary<string, ITicketProvider?>> FindProvidersAsync(
        string accountId,
        ImmutableArray<ExportRecord> records,
        CancellationToken cancellationToken)
    {
        var providers = new Dictionary<string, ITicketProvider?>(StringComparer.Ordinal);
        foreach (var targetId in records.Where(static record => record.Ticket is not null).Select(static record => record.TargetId).Distinct(StringComparer.Ordinal))
        {
            providers[targetId] = await FindProviderAsync(accountId, targetId, cancellationToken).ConfigureAwait(false);
        }

        return providers;
    }

    // A target that is gone, or a source of the host's that is broken, leaves its tickets as they were known last.
    private async Task<ITicketProvider?> FindProviderAsync(string accountId, string targetId, CancellationToken cancellationToken)
    {
        try
        {
            return await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } target
                ? targets.Resolve(target)?.Provider
                : null;
        }
        catch (Exception exception) when (exception is not TicketExportException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
