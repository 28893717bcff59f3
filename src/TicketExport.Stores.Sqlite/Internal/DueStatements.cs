namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The statements that find one kind of due work: what is due at all, and what is due lane by lane.</summary>
internal sealed record DueStatements
{
    public static DueStatements Exports { get; } = new()
    {
        ListDue = LedgerSql.ListDue,
        FirstLane = LedgerSql.FirstLane,
        NextLaneOfAccount = LedgerSql.NextLaneOfAccount,
        NextAccount = LedgerSql.NextAccount,
        ListLane = LedgerSql.ListLane,
    };

    public static DueStatements Reads { get; } = new()
    {
        ListDue = LedgerSql.ListDueReads,
        FirstLane = LedgerSql.FirstReadLane,
        NextLaneOfAccount = LedgerSql.NextReadLaneOfAccount,
        NextAccount = LedgerSql.NextReadAccount,
        ListLane = LedgerSql.ListReadLane,
    };

    public required string ListDue { get; init; }

    public required string FirstLane { get; init; }

    public required string NextLaneOfAccount { get; init; }

    public required string NextAccount { get; init; }

    public required string ListLane { get; init; }
}
