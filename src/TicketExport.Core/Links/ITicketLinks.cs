using TicketExport.Ledger;

namespace TicketExport.Links;

/// <summary>What people do to the tie between a source and its ticket. Every change is written with its actor and reason.</summary>
/// <remarks>Sends nothing to a tracker. Safe for use from many threads, and safe to repeat.</remarks>
public interface ITicketLinks
{
    /// <summary>
    /// Ends the link of an export. The next export of the source creates a new ticket, in a higher generation; the old export
    /// keeps its history and its ticket.
    /// </summary>
    /// <returns>
    /// <see cref="LinkOutcome.Unlinked"/>, or <see cref="LinkOutcome.InUse"/>, <see cref="LinkOutcome.NotLinked"/> or
    /// <see cref="LinkOutcome.NotFound"/>.
    /// </returns>
    Task<LinkResult> UnlinkAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Puts another ticket into the link of an export, for example after the tracker moved it.</summary>
    /// <returns>
    /// <see cref="LinkOutcome.Relinked"/> or <see cref="LinkOutcome.AlreadyLinked"/>, or <see cref="LinkOutcome.InUse"/>,
    /// <see cref="LinkOutcome.NotLinked"/> or <see cref="LinkOutcome.NotFound"/>.
    /// </returns>
    Task<LinkResult> RelinkAsync(string accountId, string exportId, TicketReference ticket, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Links a source to a ticket that exists already, so that no export creates another.</summary>
    /// <returns>
    /// <see cref="LinkOutcome.Linked"/> or <see cref="LinkOutcome.AlreadyLinked"/>, or <see cref="LinkOutcome.Conflict"/> or
    /// <see cref="LinkOutcome.InUse"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The account has no such target, or a field of the link cannot be used.</exception>
    Task<LinkResult> LinkExistingAsync(LinkImport link, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Names the ticket that a receiver made of an export, when it took the export without naming one: the reference
    /// <c>webhook:&lt;idempotency key&gt;</c> gives way to the ticket, and no other reference does.
    /// </summary>
    /// <param name="accountId">The account. A key of another account is not found.</param>
    /// <param name="idempotencyKey">The export's key, as the receiver was sent it.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="by">Who names it, and why.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>
    /// <see cref="LinkOutcome.Linked"/> or <see cref="LinkOutcome.AlreadyLinked"/>, or <see cref="LinkOutcome.Conflict"/> when another
    /// ticket is linked, <see cref="LinkOutcome.InUse"/> when a delivery is not settled yet, <see cref="LinkOutcome.NotLinked"/> or
    /// <see cref="LinkOutcome.NotFound"/>. A text that is no key is not found.
    /// </returns>
    /// <exception cref="ArgumentException">The ticket's id is empty, or a text cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be written.</exception>
    Task<LinkResult> LinkBackAsync(string accountId, string idempotencyKey, TicketReference ticket, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Links many tickets that exist already, before the first export. Rows are written in batches while they are read; after a
    /// break the whole import can be run again.
    /// </summary>
    /// <returns>One result for each row, in the same order. A row that cannot be used is answered as such and stops nothing.</returns>
    /// <exception cref="ArgumentException">The actor or the reason cannot be used.</exception>
    IAsyncEnumerable<LinkImportResult> ImportLinksAsync(IAsyncEnumerable<LinkImport> links, AuditStamp by, CancellationToken cancellationToken = default);
}
