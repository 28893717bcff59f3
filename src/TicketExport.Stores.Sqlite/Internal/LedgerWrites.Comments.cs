using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static CommentAddResult AddComment(SqliteSession session, NewComment comment, DateTimeOffset now)
    {
        var (account, id) = (comment.Comment.AccountId, comment.Comment.CommentId);
        return Keep(session, account, CommentRules.Add(comment, ReadCommentSituation(session, account, id, comment.Claim?.ExportId), now));
    }

    public static CommentClaimResult ClaimComment(SqliteSession session, CommentClaimRequest request, DateTimeOffset now)
    {
        var situation = ReadCommentSituation(session, request.AccountId, request.CommentId, request.ExportId);
        return Keep(session, request.AccountId, CommentRules.Claim(request, situation, now));
    }

    public static CommentEntry? RecordComment(SqliteSession session, CommentClaim claim, CommentUpdate update)
    {
        var situation = ReadCommentSituation(session, claim.AccountId, claim.CommentId, exportId: null);
        if (situation.Own is { TargetId: { } targetId, TicketId: { } ticket })
        {
            var target = new TargetKey(claim.AccountId, targetId);
            situation = situation with
            {
                Stamped = update is CommentUpdate.Posted posted ? CommentRows.FindStamped(session, target, ticket, posted.ExternalCommentId) : null,
                Unsettled = CommentRows.ListUnsettled(session, target, ticket),
            };
        }

        return Keep(session, claim.AccountId, CommentRules.Record(claim, update, situation));
    }

    public static InboundCommentResult ReceiveComment(SqliteSession session, InboundComment comment, DateTimeOffset now)
    {
        var target = new TargetKey(comment.AccountId, comment.TargetId);
        var situation = new CommentSituation
        {
            Stamped = CommentRows.FindStamped(session, target, comment.TicketId, comment.ExternalCommentId),
            Unsettled = CommentRows.ListUnsettled(session, target, comment.TicketId),
            OwnActorId = CommentRows.ReadOwnActor(session, target),
        };
        return Keep(session, comment.AccountId, CommentRules.Receive(comment, situation, now));
    }

    private static CommentSituation ReadCommentSituation(SqliteSession session, string accountId, string commentId, string? exportId)
    {
        var export = exportId is null ? null : OfExport(session, LedgerSql.ReadExport, accountId, exportId).QueryFirst(LedgerRows.ReadExport);
        return new()
        {
            Own = CommentRows.Find(session, accountId, commentId),
            Export = export,
            PausedUntil = export is null ? null : ReadPause(session, new TargetKey(accountId, export.TargetId)),
        };
    }

    private static TResult Keep<TResult>(SqliteSession session, string accountId, CommentChange<TResult> change)
    {
        if (change.RemovedId is { } removed)
        {
            CommentRows.Remove(session, accountId, removed);
        }

        foreach (var entry in change.Writes)
        {
            CommentRows.Write(session, entry);
        }

        if (change is { PauseTargetUntil: { } until, Writes: [{ TargetId: { } targetId }, ..] })
        {
            WritePause(session, new TargetKey(accountId, targetId), until);
        }

        return change.Result;
    }
}
