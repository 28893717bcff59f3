using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TicketExport.Inbound;

namespace TicketExport.Sync;

/// <summary>Reads due tickets, and forgets old deliveries, for as long as the host runs. Has its own places beside those of exports.</summary>
internal sealed partial class StatusSyncWorker(
    StatusPoller poller,
    ReceiptPruner receipts,
    SyncSignal signal,
    IOptionsMonitor<TicketSyncOptions> options,
    ILoggerFactory? loggers = null) : BackgroundService
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<StatusSyncWorker>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await RunOnceAsync(stoppingToken).ConfigureAwait(false))
                {
                    await signal.WaitAsync(options.CurrentValue.PollInterval, stoppingToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was taken is read by the next worker.
        }
    }

    /// <returns>Whether more may be due at once.</returns>
    private async Task<bool> RunOnceAsync(CancellationToken stop)
    {
        try
        {
            await receipts.PruneAsync(stop).ConfigureAwait(false);
            var now = options.CurrentValue;
            return now.Enabled && (await poller.RunAsync(now.BatchSize, stop).ConfigureAwait(false)).Taken >= now.BatchSize;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogFault(exception);
            return false;
        }
    }

    [LoggerMessage(EventId = 1146, Level = LogLevel.Error, Message = "The ledger could not be asked for tickets to read, or to forget old deliveries. The worker asks again later.")]
    private partial void LogFault(Exception exception);
}
