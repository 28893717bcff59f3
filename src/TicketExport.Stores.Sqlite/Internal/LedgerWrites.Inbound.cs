using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static InboundReceiptResult RecordReceipt(SqliteSession session, InboundReceipt receipt, DateTimeOffset now)
    {
        if (receipt.DeliveryId is { } id)
        {
            var judged = InboundRules.Judge(InboundRows.ReadHash(session, receipt.Target, id), receipt.BodyHash);
            if (judged != ReceiptResult.New)
            {
                return new(judged, []);
            }

            InboundRows.OfDelivery(session, LedgerSql.InsertReceipt, receipt.Target, id)
                .Set("$hash", receipt.BodyHash)
                .Set("$received", LedgerTime.Floor(now))
                .Execute();
        }

        return new(ReceiptResult.New, [.. receipt.Entries.Select(entry => Record(session, entry, now))]);
    }

    private static InboundRecord Record(SqliteSession session, InboundEntry entry, DateTimeOffset now)
    {
        SyncWriteResult? written = entry.Fact is { } fact ? RecordSync(session, fact) : null;
        if (entry is { PlansRead: true, Record: { ExportId: { } exportId, Target.AccountId: var accountId } })
        {
            var sync = ReadSyncSituation(session, accountId, exportId).Current?.Sync;
            Plan(session, accountId, exportId, current => ScheduleRules.AfterHint(current, sync, now));
        }

        return InboundRows.Insert(session, InboundRules.Settle(entry, written, now));
    }
}
