namespace TicketExport.Notifications;

/// <summary>Hands notifications to the host's handlers: what the notification worker does, for hosts that have a scheduler of their own.</summary>
/// <remarks>Safe to call from many threads and processes at once.</remarks>
public interface INotificationDispatcher
{
    /// <summary>Hands over what waits, one after the other, the oldest first.</summary>
    /// <param name="maxNotifications">The most to hand over; at least 1.</param>
    /// <param name="cancellationToken">Hands nothing further over.</param>
    /// <returns>How many were taken; fewer than asked for when no more wait.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNotifications"/> is below 1.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<int> RunOnceAsync(int maxNotifications, CancellationToken cancellationToken = default);
}
