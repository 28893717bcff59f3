namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The statements by which one kind of due work is found.</summary>
internal sealed record DueStatements(string ListDue, string FirstLane, string NextLaneOfAccount, string NextAccount, string ListLane)
{
    public static DueStatements OfExports { get; } = new(
        LedgerSql.ListDue, LedgerSql.FirstLane, LedgerSql.NextLaneOfAccount, LedgerSql.NextAccount, LedgerSql.ListLane);

    public static DueStatements OfComments { get; } = new(
        LedgerSql.ListDueComments, LedgerSql.FirstCommentLane, LedgerSql.NextCommentLaneOfAccount, LedgerSql.NextCommentAccount, LedgerSql.ListCommentLane);

    public static DueStatements OfReads { get; } = new(
        LedgerSql.ListDueReads, LedgerSql.FirstReadLane, LedgerSql.NextReadLaneOfAccount, LedgerSql.NextReadAccount, LedgerSql.ListReadLane);
}
