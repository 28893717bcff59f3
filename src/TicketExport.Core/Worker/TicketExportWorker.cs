using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TicketExport.Worker;

/// <summary>Sends due exports for as long as the host runs.</summary>
internal sealed partial class TicketExportWorker : BackgroundService
{
    private readonly DispatchLoop _loop;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _abort = new();

    public TicketExportWorker(DueSource source, WorkerParts parts, IOptions<TicketExportWorkerOptions> options, TimeProvider time, ILoggerFactory? loggers = null)
    {
        _loop = new DispatchLoop(source, parts, options, time, loggers);
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<TicketExportWorker>();
    }

    /// <summary>Starts nothing further and waits for what is under way, as long as the host allows.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (ExecuteTask is { IsCompleted: false })
        {
            LogLeftBehind();
            await _abort.CancelAsync().ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        _abort.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _loop.RunAsync(stoppingToken, _abort.Token);

    [LoggerMessage(EventId = 1023, Level = LogLevel.Warning, Message = "The host's shutdown timeout struck while exports were under way. They are settled by the next worker before anything is sent again.")]
    private partial void LogLeftBehind();
}
