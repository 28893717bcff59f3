using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using TicketExport.Diagnostics;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>One batch: reads findings as places become free and exports them.</summary>
internal sealed class BulkRun(
    ExportPreparer preparer,
    ExportPipeline pipeline,
    TargetPacer pacer,
    ExportTelemetry telemetry,
    BulkOptions options) : IDisposable
{
    private readonly Channel<BulkResult> _results = Channel.CreateUnbounded<BulkResult>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _pending = new(options.MaxPending);
    private readonly SemaphoreSlim _sending = new(options.MaxParallel);
    private readonly BulkLanes _lanes = new(options.MaxParallelPerTarget);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _fault;

    // The reader of the input counts as one, so that all cannot be done before it is.
    private int _open = 1;

    /// <summary>What has finished; complete when nothing is under way any more.</summary>
    public ChannelReader<BulkResult> Results => _results.Reader;

    /// <summary>Gives the place of a finding free, once its result has been read.</summary>
    public void Release() => _pending.Release();

    /// <summary>Starts no further finding.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>Reads the input to its end; returns when all that was started is recorded.</summary>
    public async Task RunAsync(IAsyncEnumerable<ExportRequest> requests, CancellationToken cancellationToken)
    {
        using var stopping = cancellationToken.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
        try
        {
            await StartAllAsync(requests).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _fault ??= exception;
        }

        Close();
        await _allDone.Task.ConfigureAwait(false);
        _results.Writer.Complete();
        cancellationToken.ThrowIfCancellationRequested();
        if (_fault is not null)
        {
            ExceptionDispatchInfo.Throw(_fault);
        }
    }

    public void Dispose()
    {
        _pending.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private async Task StartAllAsync(IAsyncEnumerable<ExportRequest> requests)
    {
        var index = 0L;
        await _pending.WaitAsync(_stop.Token).ConfigureAwait(false);
        await foreach (var request in requests.WithCancellation(_stop.Token).ConfigureAwait(false))
        {
            if (request is null)
            {
                throw new ArgumentException($"Request {index} of the batch is null.", nameof(requests));
            }

            Interlocked.Increment(ref _open);
            _ = RunOneAsync(index++, request);
            await _pending.WaitAsync(_stop.Token).ConfigureAwait(false);
        }
    }

    private async Task RunOneAsync(long index, ExportRequest request)
    {
        // A broken request may lack its account; preparing says so.
        var target = new TargetKey(request.Account?.Id ?? "", request.TargetId ?? "");
        try
        {
            await _lanes.EnterAsync(target, _stop.Token).ConfigureAwait(false);
            try
            {
                var result = await telemetry.TraceAsync(trace => ExportAsync(request, target, trace)).ConfigureAwait(false);
                _results.Writer.TryWrite(new BulkResult(index, result));
            }
            finally
            {
                _lanes.Leave(target);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Not started; the next run of the batch takes it up.
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _fault, exception, null);
            await _stop.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            Close();
        }
    }

    private async Task<ExportResult> ExportAsync(ExportRequest request, TargetKey target, ExportTrace trace)
    {
        var preparation = await preparer.PrepareGuardedAsync(request, _stop.Token).ConfigureAwait(false);
        if (preparation is Preparation.Refused refused)
        {
            return await pipeline.RefuseAsync(refused, CancellationToken.None).ConfigureAwait(false);
        }

        var export = ((Preparation.Ready)preparation).Export;
        trace.AimAt(export.Provider);
        var (generation, linked) = await pipeline.LookUpAsync(export, _stop.Token).ConfigureAwait(false);
        if (linked is not null)
        {
            return linked;
        }

        await pacer.WaitAsync(target, export.Target.MaxPerMinute, _stop.Token).ConfigureAwait(false);
        await _sending.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            // From here on it finishes: cancelling would only turn a ticket into a question.
            return await pipeline.RunAsync(export, generation, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Close()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _allDone.TrySetResult();
        }
    }
}
