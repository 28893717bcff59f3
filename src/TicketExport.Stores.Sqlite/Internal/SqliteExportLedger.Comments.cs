using System.Collections.Immutable;
using TicketExport.Comments;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<CommentAddResult> AddCommentAsync(NewComment comment, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(comment);
        return WriteAsync((session, now) => LedgerWrites.AddComment(session, comment, now), cancellationToken);
    }

    public Task<CommentEntry?> FindCommentAsync(string accountId, string commentId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(commentId);
        return ReadAsync(session => CommentRows.Find(session, accountId, commentId), cancellationToken);
    }

    public Task<Page<ThreadComment>> ListCommentsAsync(string accountId, SourceKey source, PageRequest page, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(accountId, source);
        var start = PageCursor.Read(page, CommentRules.Thread);
        return ReadAsync(
            session => CommentRules.ToPage(CommentRows.ListThread(session, (accountId, source), start, (page.Size + 1, _time.GetUtcNow())), page),
            cancellationToken);
    }

    public Task<CommentClaimResult> ClaimCommentAsync(CommentClaimRequest request, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(request);
        return WriteAsync((session, now) => LedgerWrites.ClaimComment(session, request, now), cancellationToken);
    }

    public Task<CommentEntry?> RecordCommentAsync(CommentClaim claim, CommentUpdate update, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(claim, update);
        return WriteAsync((session, _) => LedgerWrites.RecordComment(session, claim, update), cancellationToken);
    }

    public Task<InboundCommentResult> ReceiveCommentAsync(InboundComment comment, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(comment);
        return WriteAsync((session, now) => LedgerWrites.ReceiveComment(session, comment, now), cancellationToken);
    }

    public Task<ImmutableArray<DueExport>> FindDueCommentsAsync(DueQuery query, CancellationToken cancellationToken)
    {
        DueRules.ThrowIfUnusable(query);
        return ReadAsync(session => new DueReads(session, DueStatements.OfComments, query, _time.GetUtcNow()).Find(), cancellationToken);
    }
}
