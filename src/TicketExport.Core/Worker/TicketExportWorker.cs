using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>Sends due exports for as long as the host runs. Nothing that happens to an export or to the ledger ends it.</summary>
internal sealed partial class TicketExportWorker : BackgroundService
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);

    private readonly DispatchRun _run;
    private readonly WorkSignal _signal;
    private readonly TimeSpan _pollInterval;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _abort = new();

    public TicketExportWorker(IExportLedger ledger, WorkerParts parts, IOptions<TicketExportWorkerOptions> options, TimeProvider time, ILoggerFactory? loggers = null)
    {
        _run = new DispatchRun(ledger, parts.Runner, parts.Memory, options.Value);
        _signal = parts.Signal;
        _pollInterval = options.Value.PollInterval;
        _time = time;
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task? pause = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await StartDueAsync(stoppingToken).ConfigureAwait(false);
            pause ??= _signal.WaitAsync(_time.GetUtcNow() + _pollInterval, stoppingToken);
            await Task.WhenAny(pause, _run.WhenAnyFinished()).ConfigureAwait(false);
            _run.TakeUpFinished();
            if (pause.IsCompleted)
            {
                pause = null;
                _run.LookAgain();
            }
        }

        await _run.DrainAsync().ConfigureAwait(false);
    }

    private async Task StartDueAsync(CancellationToken stop)
    {
        for (var faults = 1; !stop.IsCancellationRequested; faults++)
        {
            try
            {
                await _run.StartAsync(stop, _abort.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                LogLedgerFault(exception, faults);
                await BackOffAsync(faults, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Full jitter, and never at once: workers of many hosts must not come back together.
    private async Task BackOffAsync(int faults, CancellationToken stop)
    {
        var bound = Math.Min(LongestBackOff.TotalMilliseconds, 1_000 * Math.Pow(2, Math.Min(faults, 10)));
        var wait = TimeSpan.FromMilliseconds(500 + (Random.Shared.NextDouble() * (bound - 500)));
        await Task.Delay(wait, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(EventId = 1022, Level = LogLevel.Error, Message = "The ledger could not be asked for due exports, for the {Faults}. time in a row. The worker asks again later.")]
    private partial void LogLedgerFault(Exception exception, int faults);

    [LoggerMessage(EventId = 1023, Level = LogLevel.Warning, Message = "The host's shutdown timeout struck while exports were under way. They are settled by the next worker before anything is sent again.")]
    private partial void LogLeftBehind();
}
