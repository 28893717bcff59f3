namespace TicketExport.Ledger;

/// <summary>The part of the ledger that remembers what the host is to be told, written together with the outcome that it tells of.</summary>
public interface INotificationLedger
{
    /// <summary>Takes the oldest notification that is due, for a time in which nobody else is given it. Durable.</summary>
    /// <param name="lease">For how long; then it is due again.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>The notification with its export as it stands now, or <see langword="null"/> when none is due.</returns>
    Task<NotificationRecord?> TakeNotificationAsync(TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Removes a notification that the host took, unless it was taken by another caller since.</summary>
    /// <returns>Whether it was removed.</returns>
    Task<bool> EndNotificationAsync(NotificationRecord notification, CancellationToken cancellationToken);

    /// <summary>Keeps a notification that the host did not take for a later time, unless it was taken by another caller since.</summary>
    /// <returns>Whether it was kept for that time.</returns>
    Task<bool> KeepNotificationAsync(NotificationRecord notification, DateTimeOffset until, CancellationToken cancellationToken);
}
