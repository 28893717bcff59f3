using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Targets;

namespace TicketExport.Sync;

internal sealed class TicketSyncer(IExportLedgerQueries queries, TargetAccess targets, StatusReader reader, StatusPoller poller) : ITicketSync
{
    public async Task<SyncResult> SyncAsync(string accountId, string exportId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(exportId);
        var export = await queries.FindExportAsync(accountId, exportId, cancellationToken).ConfigureAwait(false);
        if (export is not { Ticket: not null, Link: not LinkState.Unlinked })
        {
            return new SyncResult { Outcome = export is null ? SyncOutcome.NotFound : SyncOutcome.NotLinked };
        }

        var (connection, refusal) = await targets.FindAsync(accountId, export.TargetId, cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            return await reader.RecordUnreadAsync(export, refusal!).ConfigureAwait(false);
        }

        var link = new LinkedTicket(export, connection.Target, connection.Provider, connection.Credential);
        return link.Provider is IStatusProvider
            ? await reader.ReadAsync(link, link.Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false)
            : reader.ResultOf(SyncOutcome.NotSupported, export, await reader.FindAsync(export, cancellationToken).ConfigureAwait(false));
    }

    public Task<SyncReport> SyncDueAsync(int maxTickets, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTickets, 1);
        return poller.RunAsync(maxTickets, cancellationToken);
    }
}
