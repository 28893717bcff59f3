using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Reads and writes who confirmed which destination.</summary>
internal static class OwnershipRows
{
    public static OwnershipRecord? ReadNewest(SqliteSession session, TargetKey target) =>
        Prepare(session, target, before: long.MaxValue, limit: 1).QueryFirst(Read);

    public static List<OwnershipRecord> List(SqliteSession session, TargetKey target, long before, int limit)
    {
        var rows = new List<OwnershipRecord>();
        Prepare(session, target, before, limit).QueryAll(row => rows.Add(Read(row)));
        return rows;
    }

    public static OwnershipResult Change(SqliteSession session, OwnershipCommand command, DateTimeOffset now)
    {
        var newest = ReadNewest(session, command.Target);
        var change = LedgerRules.ChangeOwnership(command, newest, now);
        if (change.Write is not { } row)
        {
            return new(change.Outcome, newest);
        }

        session.Prepare(LedgerSql.InsertOwnership)
            .Set("$account", row.Target.AccountId)
            .Set("$target", row.Target.TargetId)
            .Set("$hash", row.DestinationHash)
            .Set("$origin", row.Origin)
            .Set("$confirmed", row.IsConfirmed ? 1 : 0)
            .Set("$at", row.At)
            .Set("$actor", row.By.Actor)
            .Set("$reason", row.By.Reason)
            .Execute();
        return new(change.Outcome, ReadNewest(session, command.Target));
    }

    private static SqliteStatement Prepare(SqliteSession session, TargetKey target, long before, int limit) =>
        session.Prepare(LedgerSql.ListOwnership)
            .Set("$account", target.AccountId)
            .Set("$target", target.TargetId)
            .Set("$number", before)
            .Set("$limit", limit);

    private static OwnershipRecord Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Target = new TargetKey(row.GetString(1), row.GetString(2)),
        DestinationHash = row.GetString(3),
        Origin = row.IsDBNull(4) ? null : row.GetString(4),
        IsConfirmed = row.GetInt32(5) != 0,
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        By = new AuditStamp(row.GetString(7), row.GetString(8)),
    };
}
