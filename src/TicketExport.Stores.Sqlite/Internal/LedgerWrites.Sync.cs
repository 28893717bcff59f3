using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static SyncSituation ReadSyncSituation(SqliteSession session, string accountId, string exportId) => new(
        session.Prepare(LedgerSql.ReadExport).Set("$account", accountId).Set("$export", exportId).QueryFirst(LedgerRows.ReadExport),
        session.Prepare(LedgerSql.ReadSync).Set("$account", accountId).Set("$export", exportId).QueryFirst(SyncRows.Read));

    public static SyncWriteResult RecordSync(SqliteSession session, SyncFact fact)
    {
        var situation = ReadSyncSituation(session, fact.AccountId, fact.ExportId);
        var change = SyncRules.Write(fact, situation);
        if (change.Result != SyncWriteResult.NotLinked)
        {
            Plan(session, fact.AccountId, fact.ExportId, current => ScheduleRules.AfterRead(current, fact));
        }

        if (change.Write is not { } entry)
        {
            return change.Result;
        }

        WriteSync(session, entry);
        if (change.Reference is { } renamed)
        {
            WriteLink(session, situation.Export! with { Ticket = renamed }, situation.Export);
        }

        WritePause(session, new TargetKey(fact.AccountId, situation.Export!.TargetId), fact.PauseTargetUntil);
        return change.Result;
    }

    public static TicketChangeResult ClaimChange(SqliteSession session, TicketChangeRequest request, DateTimeOffset now)
    {
        var decision = SyncRules.ClaimChange(request, ReadSyncSituation(session, request.AccountId, request.ExportId), now);
        if (decision.Write is { } entry)
        {
            WriteSync(session, entry);
        }

        return decision.Result;
    }

    public static bool RecordChange(SqliteSession session, TicketChangeClaim claim, TicketChangeUpdate update, DateTimeOffset now)
    {
        var situation = ReadSyncSituation(session, claim.AccountId, claim.ExportId);
        if (SyncRules.RecordChange(claim, update, situation, now) is not { } entry)
        {
            return false;
        }

        WriteSync(session, entry);
        WriteAudit(session, SyncRules.AuditOf(claim, update, now));
        WritePause(session, new TargetKey(claim.AccountId, situation.Export!.TargetId), update.PauseTargetUntil);
        return true;
    }

    private static void WriteSync(SqliteSession session, SyncEntry entry) => SyncRows.Write(session.Prepare(LedgerSql.WriteSync), entry);
}
