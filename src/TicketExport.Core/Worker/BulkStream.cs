using System.Runtime.CompilerServices;

namespace TicketExport.Worker;

/// <summary>The results of a batch as a stream. Nothing happens before it is read.</summary>
internal static class BulkStream
{
    public static async IAsyncEnumerable<BulkResult> ReadAsync(
        Func<BulkRun> start,
        IAsyncEnumerable<ExportRequest> requests,
        IProgress<BulkProgress>? listener,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var run = start();
        var running = Task.Run(() => run.RunAsync(requests, cancellationToken), CancellationToken.None);
        try
        {
            var progress = new BulkProgress();
            await foreach (var result in run.Results.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                progress = progress.With(result.Result.Outcome);
                listener?.Report(progress);
                yield return result;
                run.Release();
            }

            await running.ConfigureAwait(false);
        }
        finally
        {
            // Reached with work under way only when the reader of the stream left early.
            await run.StopAsync().ConfigureAwait(false);
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
