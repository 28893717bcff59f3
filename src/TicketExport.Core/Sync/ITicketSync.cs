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

    /// <summary>
    /// Reads tickets that are due, every target in turn: never read, read longer ago than <see cref="TicketSyncOptions.Interval"/>, or
    /// hinted at by a webhook. For hosts with a scheduler of their own; the worker does it by itself.
    /// </summary>
    /// <param name="maxTickets">The most tickets to take. At least 1; at most 1,000 are taken in one call.</param>
    /// <param name="cancellationToken">Stops; what was not read by then is read by a later call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTickets"/> is below 1.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<SyncReport> SyncDueAsync(int maxTickets, CancellationToken cancellationToken = default);
}
