using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Notifications;

internal sealed partial class NotificationDispatcher(
    INotificationLedger ledger,
    NotificationHandlers handlers,
    IOptionsMonitor<NotificationOptions> options,
    TimeProvider time,
    ILoggerFactory? loggers = null) : INotificationDispatcher
{
    // Longer than the handlers may take, so that nobody else is handed the same meanwhile.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<NotificationDispatcher>();

    public async Task<int> RunOnceAsync(int maxNotifications, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNotifications, 1);
        var taken = 0;
        while (taken < maxNotifications && !cancellationToken.IsCancellationRequested)
        {
            var lease = options.CurrentValue.Timeout + Margin;
            if (await ledger.TakeNotificationAsync(lease, cancellationToken).ConfigureAwait(false) is not { } waiting)
            {
                break;
            }

            taken++;
            await HandOverAsync(waiting, cancellationToken).ConfigureAwait(false);
        }

        return taken;
    }

    private async Task HandOverAsync(NotificationRecord waiting, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.CurrentValue.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await handlers
                .HandleAsync(new(waiting.NotificationId, waiting.Status, waiting.OccurredAt, waiting.Export), linked.Token)
                .WaitAsync(linked.Token)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotTaken(waiting.Export.ExportId, waiting.Deliveries, exception.GetType());
            await ledger.KeepNotificationAsync(waiting, time.GetUtcNow() + WaitAfter(waiting.Deliveries), CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await ledger.EndNotificationAsync(waiting, CancellationToken.None).ConfigureAwait(false);
    }

    private TimeSpan WaitAfter(int deliveries)
    {
        var (first, longest) = (options.CurrentValue.RetryBaseDelay, options.CurrentValue.RetryMaxDelay);
        var wait = first * Math.Pow(2, Math.Min(deliveries - 1, 30));
        return wait < longest ? wait : longest;
    }

    [LoggerMessage(EventId = 1080, Level = LogLevel.Error, Message = "A handler did not take the notification of export {ExportId} at delivery {Delivery} because of {ExceptionType}; it comes again.")]
    private partial void LogNotTaken(string exportId, int delivery, Type exceptionType);
}
