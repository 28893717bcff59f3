using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<ImmutableArray<TicketSync>> FindSyncsAsync(string accountId, ImmutableArray<string> exportIds, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(accountId, exportIds);
        return ReadAsync<ImmutableArray<TicketSync>>(
            session => [.. exportIds
                .Select(id => LedgerWrites.ReadSyncSituation(session, accountId, id))
                .Where(static found => found.Current is { } entry && entry.Sync.ProviderTicketId == found.Export!.Ticket?.ProviderTicketId)
                .Select(static found => found.Current!.Sync)],
            cancellationToken);
    }

    public Task<SyncWriteResult> RecordSyncAsync(SyncFact fact, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(fact);
        return WriteAsync((session, _) => LedgerWrites.RecordSync(session, fact), cancellationToken);
    }

    public Task<TicketChangeResult> ClaimChangeAsync(TicketChangeRequest request, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(request);
        return WriteAsync((session, now) => LedgerWrites.ClaimChange(session, request, now), cancellationToken);
    }

    public Task<bool> RecordChangeAsync(TicketChangeClaim claim, TicketChangeUpdate update, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(claim, update);
        return WriteAsync((session, now) => LedgerWrites.RecordChange(session, claim, update, now), cancellationToken);
    }
}
