using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TicketExport.Notifications;

/// <summary>Hands notifications over for as long as the host runs.</summary>
internal sealed partial class NotificationWorker(
    INotificationDispatcher dispatcher,
    NotificationSignal signal,
    IOptionsMonitor<NotificationOptions> options,
    ILoggerFactory? loggers = null) : BackgroundService
{
    private const int Batch = 100;

    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<NotificationWorker>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await RunAsync(stoppingToken).ConfigureAwait(false) < Batch)
            {
                await signal.WaitAsync(options.CurrentValue.PollInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await dispatcher.RunOnceAsync(Batch, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception)
        {
            LogNotRead(exception.GetType());
            return 0;
        }
    }

    [LoggerMessage(EventId = 1081, Level = LogLevel.Error, Message = "The ledger could not be asked for notifications because of {ExceptionType}; it is asked again after the poll interval.")]
    private partial void LogNotRead(Type exceptionType);
}
