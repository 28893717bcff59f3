using Microsoft.Extensions.Options;

namespace TicketExport.Worker;

internal sealed class TicketExportDispatcher(
    DueSource source,
    DueHandler handler,
    DispatchMemory memory,
    IOptionsMonitor<TicketExportWorkerOptions> options,
    DispatchThreads threads) : ITicketExportDispatcher
{
    public async Task<DispatchReport> RunOnceAsync(int maxExports, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxExports, 1);
        var run = new DispatchRun(source, handler, memory, options.CurrentValue, threads) { Max = maxExports };
        try
        {
            await StartAllAsync(run, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop while asking the ledger: what was taken is what there is to report.
        }
        finally
        {
            await run.DrainAsync().ConfigureAwait(false);
        }

        return run.Report;
    }

    private static async Task StartAllAsync(DispatchRun run, CancellationToken cancellationToken)
    {
        await run.StartAsync(cancellationToken, CancellationToken.None).ConfigureAwait(false);
        while (!run.IsIdle)
        {
            await run.WhenAnyFinished().ConfigureAwait(false);
            run.TakeUpFinished();
            await run.StartAsync(cancellationToken, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
