using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using TicketExport.Comments;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Reads and writes comments; the ordinals follow the column list of <see cref="LedgerSql"/>.</summary>
internal static class CommentRows
{
    public static CommentEntry? Find(SqliteSession session, string accountId, string commentId) =>
        session.Prepare(LedgerSql.ReadComment).Set("$account", accountId).Set("$comment", commentId).QueryFirst(Read);

    public static CommentEntry? FindStamped(SqliteSession session, TargetKey target, string ticketId, string externalCommentId) =>
        OfTicket(session, LedgerSql.ReadStampedComment, target, ticketId).Set("$external", externalCommentId).QueryFirst(Read);

    public static ImmutableArray<CommentEntry> ListUnsettled(SqliteSession session, TargetKey target, string ticketId)
    {
        var rows = ImmutableArray.CreateBuilder<CommentEntry>();
        OfTicket(session, LedgerSql.ListUnsettledComments, target, ticketId).QueryAll(row => rows.Add(Read(row)));
        return rows.ToImmutable();
    }

    public static string? ReadOwnActor(SqliteSession session, TargetKey target) => session.Prepare(LedgerSql.ReadOwnActor)
        .Set("$account", target.AccountId)
        .Set("$target", target.TargetId)
        .QueryFirst(static row => row.GetString(0));

    public static List<ThreadComment> ListThread(SqliteSession session, (string AccountId, SourceKey Source) thread, PageCursor? start, (int Most, DateTimeOffset Now) read)
    {
        var rows = new List<ThreadComment>();
        session.Prepare(LedgerSql.ListThread)
            .Set("$account", thread.AccountId)
            .Set("$source_type", thread.Source.Type)
            .Set("$source_id", thread.Source.Id)
            .Set("$at", start?.Number ?? long.MinValue)
            .Set("$id", start?.Id ?? "")
            .Set("$now", LedgerTime.Floor(read.Now))
            .Set("$limit", read.Most)
            .QueryAll(row => rows.Add(Read(row).Comment));
        return rows;
    }

    public static void Remove(SqliteSession session, string accountId, string commentId) =>
        session.Prepare(LedgerSql.RemoveComment).Set("$account", accountId).Set("$comment", commentId).Execute();

    public static void Write(SqliteSession session, CommentEntry entry)
    {
        var comment = entry.Comment;
        session.Prepare(LedgerSql.WriteComment)
            .Set("$account", comment.AccountId)
            .Set("$comment", comment.CommentId)
            .Set("$source_type", comment.Source.Type)
            .Set("$source_id", comment.Source.Id)
            .Set("$origin", (int)comment.Origin)
            .Set("$author", comment.Author)
            .Set("$text", comment.Text)
            .Set("$written", comment.WrittenAt)
            .Set("$edited", comment.EditedAt)
            .Set("$deleted", comment.IsDeleted ? 1 : 0)
            .Set("$private", comment.IsPrivate ? 1 : 0)
            .Set("$shown", entry.IsShown ? 1 : 0)
            .Set("$held", entry.HeldUntil)
            .Set("$export", comment.ExportId)
            .Set("$target", entry.TargetId)
            .Set("$ticket", entry.TicketId)
            .Set("$external", comment.ExternalCommentId)
            .Set("$delivery", (int)comment.Delivery)
            .Set("$failure", StoredFailure.Write(comment.Failure))
            .Set("$retry", comment.RetryAt)
            .Set("$claim", entry.ClaimId)
            .Set("$fence", entry.FencingToken)
            .Set("$lease", entry.LeaseUntil)
            .Set("$open", entry.IsOpen ? 1 : 0)
            .Set("$tries", entry.Tries)
            .Set("$first", entry.FirstTriedAt)
            .Set("$tried", entry.TriedAt)
            .Set("$occurred", entry.OccurredAt)
            .Set("$actor", entry.ActorId)
            .Execute();
    }

    private static CommentEntry Read(SqliteDataReader row) => new()
    {
        Comment = ReadComment(row),
        IsShown = row.GetBoolean(11),
        HeldUntil = LedgerRows.Time(row, 12),
        TargetId = LedgerRows.Text(row, 14),
        TicketId = LedgerRows.Text(row, 15),
        ClaimId = LedgerRows.Text(row, 20),
        FencingToken = row.GetInt64(21),
        LeaseUntil = LedgerRows.Time(row, 22),
        IsOpen = row.GetBoolean(23),
        Tries = row.GetInt32(24),
        FirstTriedAt = LedgerRows.Time(row, 25),
        TriedAt = LedgerRows.Time(row, 26),
        OccurredAt = LedgerRows.Time(row, 27),
        ActorId = LedgerRows.Text(row, 28),
    };

    private static ThreadComment ReadComment(SqliteDataReader row) => new()
    {
        AccountId = row.GetString(0),
        CommentId = row.GetString(1),
        Source = new SourceKey(row.GetString(2), row.GetString(3)),
        Origin = (CommentOrigin)row.GetInt32(4),
        Author = row.GetString(5),
        Text = row.GetString(6),
        WrittenAt = LedgerRows.Time(row, 7)!.Value,
        EditedAt = LedgerRows.Time(row, 8),
        IsDeleted = row.GetBoolean(9),
        IsPrivate = row.GetBoolean(10),
        ExportId = LedgerRows.Text(row, 13),
        ExternalCommentId = LedgerRows.Text(row, 16),
        Delivery = (CommentDelivery)row.GetInt32(17),
        Failure = StoredFailure.Read(LedgerRows.Text(row, 18)),
        RetryAt = LedgerRows.Time(row, 19),
    };

    private static SqliteStatement OfTicket(SqliteSession session, string sql, TargetKey target, string ticketId) =>
        session.Prepare(sql).Set("$account", target.AccountId).Set("$target", target.TargetId).Set("$ticket", ticketId);
}
