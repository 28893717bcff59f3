namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly Dictionary<(string Account, string ExportId, long FencingToken), (ExportStatus Status, DateTimeOffset At, DateTimeOffset DueAt, int Deliveries)> _notifications = [];

    /// <inheritdoc/>
    public Task<NotificationRecord?> TakeNotificationAsync(TimeSpan lease, CancellationToken cancellationToken) =>
        Locked(() => TakeNotification(lease), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> EndNotificationAsync(NotificationRecord notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return Locked(() => IsNewestDelivery(notification) && _notifications.Remove(KeyOf(notification)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> KeepNotificationAsync(NotificationRecord notification, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return Locked(() => KeepNotification(notification, LedgerTime.Ceiling(until)!.Value), cancellationToken);
    }

    private NotificationRecord? TakeNotification(TimeSpan lease)
    {
        var now = _time.GetUtcNow();
        var due = _notifications.Where(waiting => waiting.Value.DueAt <= now).ToList();
        if (due.Count == 0)
        {
            return null;
        }

        var (key, value) = due.MinBy(static waiting => (waiting.Value.DueAt, waiting.Key.Account, waiting.Key.ExportId, waiting.Key.FencingToken));
        _notifications[key] = value with { DueAt = LedgerTime.Ceiling(now + lease)!.Value, Deliveries = value.Deliveries + 1 };
        return new()
        {
            Export = _entries[(key.Account, key.ExportId)].Export,
            FencingToken = key.FencingToken,
            Status = value.Status,
            OccurredAt = value.At,
            Deliveries = value.Deliveries + 1,
        };
    }

    private bool KeepNotification(NotificationRecord notification, DateTimeOffset until)
    {
        if (!IsNewestDelivery(notification))
        {
            return false;
        }

        var key = KeyOf(notification);
        _notifications[key] = _notifications[key] with { DueAt = until };
        return true;
    }

    private bool IsNewestDelivery(NotificationRecord notification) =>
        _notifications.TryGetValue(KeyOf(notification), out var waiting) && waiting.Deliveries == notification.Deliveries;

    private static (string, string, long) KeyOf(NotificationRecord notification) =>
        (notification.Export.Account.Id, notification.Export.ExportId, notification.FencingToken);

    private void Tell(ExportRecord export, ExportUpdate update)
    {
        if (LedgerRules.IsTold(update))
        {
            _notifications[(export.Account.Id, export.ExportId, export.FencingToken)] = (update.Status, export.UpdatedAt, export.UpdatedAt, 0);
        }
    }
}
