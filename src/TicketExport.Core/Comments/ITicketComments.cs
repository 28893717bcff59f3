using TicketExport.Ledger;

namespace TicketExport.Comments;

/// <summary>The thread of comments of a source: what people of the host write, and what comes from its ticket.</summary>
/// <remarks>
/// A thread belongs to the source, not to a ticket: it is there before the first export and stays after an unlink. Comments that
/// are not private are brought to the linked ticket, each at most once; none leads to a new ticket or changes an export.
/// Safe for use from many threads.
/// </remarks>
public interface ITicketComments
{
    /// <summary>Lists a thread, the oldest comment first.</summary>
    /// <exception cref="ArgumentException">The page is out of range, or its cursor was not made by this list.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read.</exception>
    Task<Page<ThreadComment>> ListAsync(string accountId, SourceKey source, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Stores a comment of the host's and, where the source has a ticket, brings it there. Safe to repeat with the same id.</summary>
    /// <returns>What came of it; a refusal by the redaction gate or the tracker is a result and never an exception.</returns>
    /// <exception cref="ArgumentException">A field of the comment is missing, too long or cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<CommentResult> AddAsync(CommentDraft comment, CancellationToken cancellationToken = default);

    /// <summary>Brings a stored comment to the ticket that its source has now, if it is not there and may be sent.</summary>
    /// <returns>What came of it.</returns>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<CommentResult> SendAsync(string accountId, string commentId, CancellationToken cancellationToken = default);
}
