using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    // Nothing is written where nothing waits, which is nearly always.
    public async Task<NotificationRecord?> TakeNotificationAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = LedgerTime.Floor(_time.GetUtcNow());
        var waits = await ReadAsync(
            session => session.Prepare(LedgerSql.FirstNotification).Set("$now", (DateTimeOffset?)now).QueryFirst(static _ => true),
            cancellationToken).ConfigureAwait(false);
        return waits ? await WriteAsync((session, time) => NotificationRows.Take(session, lease, time), cancellationToken).ConfigureAwait(false) : null;
    }

    public Task<bool> EndNotificationAsync(NotificationRecord notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return WriteAsync((session, _) => NotificationRows.Remove(session, notification), cancellationToken);
    }

    public Task<bool> KeepNotificationAsync(NotificationRecord notification, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return WriteAsync((session, _) => NotificationRows.Keep(session, notification, until), cancellationToken);
    }
}
