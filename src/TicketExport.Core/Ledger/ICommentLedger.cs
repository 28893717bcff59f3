using System.Collections.Immutable;
using TicketExport.Comments;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that keeps the threads of comments, and who may bring one to its ticket.</summary>
/// <remarks>
/// <para>An implementation guarantees, under any number of callers and processes that share its storage: one comment per id of the
/// account; one comment per tracker's id, scoped to account, target and ticket; one claim at a time holds a comment; its fencing token
/// only rises; a write with a token that is not the newest changes nothing. When <see cref="ClaimCommentAsync"/> or
/// <see cref="AddCommentAsync"/> returns a claim, the intent to send survives a crash.</para>
/// <para>Leases, due times and holds are judged by the ledger's own clock. All decisions are those of <see cref="CommentRules"/>.</para>
/// </remarks>
public interface ICommentLedger
{
    /// <summary>Stores a comment of the host's, durably, and claims it in the same write where that is asked for. Safe to repeat.</summary>
    /// <exception cref="ArgumentException">The comment holds text that cannot be stored, or is none of the host's.</exception>
    Task<CommentAddResult> AddCommentAsync(NewComment comment, CancellationToken cancellationToken);

    /// <summary>Finds a comment by its id. Reads only.</summary>
    /// <returns>The comment, also one that its thread does not show; <see langword="null"/> when the account has none.</returns>
    Task<CommentEntry?> FindCommentAsync(string accountId, string commentId, CancellationToken cancellationToken);

    /// <summary>Lists the thread of a source, the oldest comment first, comments of one moment by their ids.</summary>
    /// <exception cref="ArgumentException">An id cannot be stored, the page is out of range, or its cursor was not made by this list.</exception>
    Task<Page<ThreadComment>> ListCommentsAsync(string accountId, SourceKey source, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Takes a comment for sending by this caller alone, durably, with the intent on record.</summary>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    Task<CommentClaimResult> ClaimCommentAsync(CommentClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Writes what a try came to, durably, and gives the lease back.</summary>
    /// <returns>The comment as it is stored now, or <see langword="null"/> when the claim was overtaken; nothing was written then.</returns>
    /// <exception cref="ArgumentException">The update holds text that cannot be stored.</exception>
    Task<CommentEntry?> RecordCommentAsync(CommentClaim claim, CommentUpdate update, CancellationToken cancellationToken);

    /// <summary>Applies what a tracker tells about a comment, durably. Safe to repeat, in any order.</summary>
    /// <exception cref="ArgumentException">The comment holds text that cannot be stored or is too long, or the kind is none of a comment's.</exception>
    Task<InboundCommentResult> ReceiveCommentAsync(InboundComment comment, CancellationToken cancellationToken);

    /// <summary>Finds comments that wait for a worker, in the order of service of <see cref="DueRules"/>; <see cref="DueExport.ExportId"/> is the comment's id.</summary>
    /// <exception cref="ArgumentException">The limit is out of range, or a target holds text that cannot be stored.</exception>
    Task<ImmutableArray<DueExport>> FindDueCommentsAsync(DueQuery query, CancellationToken cancellationToken);
}
