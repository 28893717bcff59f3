namespace TicketExport.Notifications;

/// <summary>Is told when an export has come to an end, or to a point where a person is wanted. Register with <c>AddNotifications&lt;T&gt;()</c>.</summary>
/// <remarks>
/// <para>Told at least once, and again after a crash or an exception: use <see cref="ExportNotification.NotificationId"/> to know a
/// repetition. Called from several threads at once, in no particular order.</para>
/// <para>Nothing that a handler does or throws changes the export, and none leads to another request to the tracker.</para>
/// </remarks>
public interface IExportNotificationHandler
{
    /// <summary>Takes one notification.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="cancellationToken">Cancels when the host stops, or after <see cref="NotificationOptions.Timeout"/>; the notification comes again.</param>
    Task HandleAsync(ExportNotification notification, CancellationToken cancellationToken);
}
