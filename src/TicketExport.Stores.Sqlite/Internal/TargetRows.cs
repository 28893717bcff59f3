using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Reads and writes which targets are disabled, and since when they fail.</summary>
internal static class TargetRows
{
    public static TargetSwitch? ReadNewest(SqliteSession session, TargetKey target) =>
        Prepare(session, target, before: long.MaxValue, limit: 1).QueryFirst(Read);

    /// <summary>The newest row where it disables the target.</summary>
    public static TargetSwitch? ReadDisabled(SqliteSession session, TargetKey target) =>
        ReadNewest(session, target) is { IsDisabled: true } disabled ? disabled : null;

    public static TargetState ReadState(SqliteSession session, TargetKey target) => new(target)
    {
        Newest = ReadNewest(session, target),
        FailingSince = OfTarget(session, LedgerSql.ReadFailingSince, target).QueryFirst(LedgerRows.ReadTime),
    };

    public static List<TargetSwitch> List(SqliteSession session, TargetKey target, long before, int limit)
    {
        var rows = new List<TargetSwitch>();
        Prepare(session, target, before, limit).QueryAll(row => rows.Add(Read(row)));
        return rows;
    }

    public static TargetSwitchResult Switch(SqliteSession session, TargetSwitchCommand command, DateTimeOffset now)
    {
        var change = LedgerRules.SwitchTarget(command, ReadNewest(session, command.Target), now);
        if (change.Write is { } row)
        {
            Insert(session, row);
            if (!row.IsDisabled)
            {
                WriteFailingSince(session, row.Target, null);
            }
        }

        return new(change.Outcome, ReadState(session, command.Target));
    }

    public static void Report(SqliteSession session, TargetKey target, ExportUpdate update, DateTimeOffset now)
    {
        if (update.TargetSignal == TargetSignal.None || LedgerRules.Report(update, ReadState(session, target), now) is not { } change)
        {
            return;
        }

        WriteFailingSince(session, target, change.FailingSince);
        if (change.Write is { } row)
        {
            Insert(session, row);
        }
    }

    private static void Insert(SqliteSession session, TargetSwitch row) => OfTarget(session, LedgerSql.InsertTargetSwitch, row.Target)
        .Set("$cause", (int)row.Cause)
        .Set("$at", row.At)
        .Set("$actor", row.By.Actor)
        .Set("$reason", row.By.Reason)
        .Set("$failure", StoredFailure.Write(row.Failure))
        .Execute();

    private static void WriteFailingSince(SqliteSession session, TargetKey target, DateTimeOffset? since)
    {
        if (since is null)
        {
            OfTarget(session, LedgerSql.RemoveFailingSince, target).Execute();
            return;
        }

        OfTarget(session, LedgerSql.WriteFailingSince, target).Set("$since", since).Execute();
    }

    private static SqliteStatement Prepare(SqliteSession session, TargetKey target, long before, int limit) =>
        OfTarget(session, LedgerSql.ListTargetSwitches, target).Set("$number", before).Set("$limit", limit);

    private static SqliteStatement OfTarget(SqliteSession session, string sql, TargetKey target) =>
        session.Prepare(sql).Set("$account", target.AccountId).Set("$target", target.TargetId);

    private static TargetSwitch Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Target = new TargetKey(row.GetString(1), row.GetString(2)),
        Cause = (TargetSwitchCause)row.GetInt32(3),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        By = new AuditStamp(row.GetString(5), row.GetString(6)),
        Failure = StoredFailure.Read(row.IsDBNull(7) ? null : row.GetString(7)),
    };
}
