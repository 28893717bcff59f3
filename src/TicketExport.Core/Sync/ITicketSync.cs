namespace TicketExport.Sync;

/// <summary>Reads how linked tickets stand at their trackers.</summary>
/// <remarks>
/// Never changes a document, an export's status or a finding: a ticket that is done proves no repair. Never leads to a new ticket.
/// Safe for use from many threads, and safe to repeat.
/// </remarks>
public interface ITicketSync
{
    /// <summary>Reads one ticket now and records what came of it, unless a planned time has not come.</summary>
    /// <returns>How the ticket stands; a refusal by the tracker is a result and never an exception.</returns>
    /// <exception cref="ArgumentException">An id is missing or cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was recorded.</exception>
    Task<SyncResult> SyncAsync(string accountId, string exportId, CancellationToken cancellationToken = default);
}
