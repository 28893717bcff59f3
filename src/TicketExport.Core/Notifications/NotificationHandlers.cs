namespace TicketExport.Notifications;

/// <summary>The host's handlers.</summary>
internal sealed class NotificationHandlers(IEnumerable<IExportNotificationHandler> handlers)
{
    private readonly IExportNotificationHandler[] _handlers = [.. handlers];

    /// <summary>Whether anybody wants to be told. Without a handler the ledger keeps no notifications.</summary>
    public bool AreThere => _handlers.Length > 0;

    public async Task HandleAsync(ExportNotification notification, CancellationToken cancellationToken)
    {
        foreach (var handler in _handlers)
        {
            await handler.HandleAsync(notification, cancellationToken).ConfigureAwait(false);
        }
    }
}
