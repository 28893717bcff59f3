using TicketExport.Ledger;

namespace TicketExport.Sync;

/// <summary>What people do to a linked ticket at its tracker. Every change is written with its actor and reason.</summary>
/// <remarks>Says nothing about the finding, and never leads to a new ticket. Safe for use from many threads, and safe to repeat.</remarks>
public interface ITicketChanges
{
    /// <summary>Closes the ticket of an export. The link stays.</summary>
    /// <returns>What came of it; a refusal by the tracker is a result and never an exception.</returns>
    /// <exception cref="ArgumentException">An id, the actor or the reason is missing or cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<CloseResult> CloseAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);
}
