using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TicketExport.Worker;

/// <summary>Sends due exports until it is told to stop. Nothing that happens to an export or to the ledger ends it.</summary>
internal sealed partial class DispatchLoop
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);

    private readonly DispatchRun _run;
    private readonly WorkerParts _parts;
    private readonly TimeSpan _pollInterval;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public DispatchLoop(DueSource source, WorkerParts parts, IOptions<TicketExportWorkerOptions> options, TimeProvider time, ILoggerFactory? loggers = null)
    {
        _run = new DispatchRun(source, parts.Handler, parts.Memory, options.Value, parts.Threads);
        _parts = parts;
        _pollInterval = options.Value.PollInterval;
        _time = time;
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<DispatchLoop>();
    }

    /// <param name="stop">Starts nothing further; what is under way finishes before the loop ends.</param>
    /// <param name="abort">Cancels what is under way; it is recorded as of unknown outcome, or left to its lease.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        Task? pause = null;
        while (!stop.IsCancellationRequested)
        {
            await StartDueAsync(stop, abort).ConfigureAwait(false);
            pause ??= _parts.Signal.WaitAsync(_pollInterval, stop);
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

    private async Task StartDueAsync(CancellationToken stop, CancellationToken abort)
    {
        for (var faults = 1; !stop.IsCancellationRequested; faults++)
        {
            try
            {
                await _run.StartAsync(stop, abort).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // While it stops too: what is under way is waited for, whatever the ledger says.
                LogLedgerFault(exception, faults);
                await BackOffAsync(faults, stop).ConfigureAwait(false);
            }
        }
    }

    // Full jitter, and never at once: workers of many hosts must not come back together.
    private async Task BackOffAsync(int faults, CancellationToken stop)
    {
        var bound = Math.Min(LongestBackOff.TotalMilliseconds, 1_000 * Math.Pow(2, Math.Min(faults, 10)));
        var wait = TimeSpan.FromMilliseconds(500 + (_parts.Clock.Draw() * (bound - 500)));
        await _parts.Threads.DelayAsync(wait, _time, stop).ConfigureAwait(false);
    }

    [LoggerMessage(EventId = 1022, Level = LogLevel.Error, Message = "The ledger could not be asked for due exports, for the {Faults}. time in a row. The worker asks again later.")]
    private partial void LogLedgerFault(Exception exception, int faults);
}
