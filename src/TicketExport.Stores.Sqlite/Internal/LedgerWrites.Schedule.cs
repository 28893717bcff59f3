using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static ImmutableArray<DueExport> TakeDueReads(SqliteSession session, DueQuery query, TimeSpan hold, DateTimeOffset now)
    {
        var taken = new DueReads(session, DueStatements.OfReads, query, now).Find();
        foreach (var due in taken)
        {
            Plan(session, due.Target.AccountId, due.ExportId, current => ScheduleRules.Hold(current, now + hold));
        }

        return taken;
    }

    public static void PostponeReads(SqliteSession session, TargetKey target, ImmutableArray<string> exportIds, DateTimeOffset until)
    {
        foreach (var exportId in exportIds)
        {
            Plan(session, target.AccountId, exportId, current => ScheduleRules.Hold(current, until));
        }
    }

    private static void Plan(SqliteSession session, string accountId, string exportId, Func<StatusSchedule, StatusSchedule> decide)
    {
        var current = OfExport(session, LedgerSql.ReadSchedule, accountId, exportId)
            .QueryFirst(static row => new StatusSchedule(LedgerRows.Time(row, 0), LedgerRows.Time(row, 1)));
        if (current is not null && decide(current) is var next && next != current)
        {
            OfExport(session, LedgerSql.WriteSchedule, accountId, exportId)
                .Set("$read", next.ReadAt)
                .Set("$hinted", next.HintedAt)
                .Execute();
        }
    }
}
