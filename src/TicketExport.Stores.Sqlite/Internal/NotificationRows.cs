using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The rows of notifications, inside the caller's transaction.</summary>
internal static class NotificationRows
{
    public static void Insert(SqliteSession session, ExportRecord export, ExportUpdate update)
    {
        if (LedgerRules.IsTold(update))
        {
            session.Prepare(LedgerSql.InsertNotification)
                .Set("$account", export.Account.Id)
                .Set("$export", export.ExportId)
                .Set("$fence", export.FencingToken)
                .Set("$status", (int)update.Status)
                .Set("$at", (DateTimeOffset?)export.UpdatedAt)
                .Execute();
        }
    }

    public static NotificationRecord? Take(SqliteSession session, TimeSpan lease, DateTimeOffset now)
    {
        if (session.Prepare(LedgerSql.FirstNotification).Set("$now", (DateTimeOffset?)LedgerTime.Floor(now)).QueryFirst(LedgerRows.ReadNotification) is not { } waiting)
        {
            return null;
        }

        session.Prepare(LedgerSql.TakeNotification)
            .Set("$until", LedgerTime.Ceiling(now + lease))
            .Set("$account", waiting.Export.Account.Id)
            .Set("$export", waiting.Export.ExportId)
            .Set("$fence", waiting.FencingToken)
            .Execute();
        return waiting with { Deliveries = waiting.Deliveries + 1 };
    }

    public static bool Keep(SqliteSession session, NotificationRecord notification, DateTimeOffset until) =>
        ForDelivery(session.Prepare(LedgerSql.KeepNotification).Set("$until", LedgerTime.Ceiling(until)), notification);

    public static bool Remove(SqliteSession session, NotificationRecord notification) =>
        ForDelivery(session.Prepare(LedgerSql.RemoveNotification), notification);

    private static bool ForDelivery(SqliteStatement statement, NotificationRecord notification) => statement
        .Set("$account", notification.Export.Account.Id)
        .Set("$export", notification.Export.ExportId)
        .Set("$fence", notification.FencingToken)
        .Set("$deliveries", notification.Deliveries)
        .QueryFirst(static row => row.GetInt32(0)) == 1;
}
