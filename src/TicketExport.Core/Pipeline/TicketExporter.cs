using TicketExport.Worker;

namespace TicketExport.Pipeline;

/// <summary>The export protocol: prepare, claim, reconcile, send, record, link. docs/concepts/pipeline.md tells why in this order.</summary>
internal sealed class TicketExporter(ExportPreparer preparer, ExportPipeline pipeline, ExportEnqueuer enqueuer, TargetPacer pacer)
    : ITicketExporter
{
    public async Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await preparer.PrepareAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            Preparation.Ready ready => await ExportAsync(ready.Export, cancellationToken).ConfigureAwait(false),
            Preparation.Refused refused => refused.Result,
            var other => throw new InvalidOperationException($"{other.GetType()} is not a preparation."),
        };
    }

    public Task<ExportResult> EnqueueAsync(ExportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enqueuer.EnqueueAsync(request, cancellationToken);
    }

    public IAsyncEnumerable<BulkResult> ExportManyAsync(
        IAsyncEnumerable<ExportRequest> requests,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        options ??= new BulkOptions();
        options.ThrowIfUnusable();
        return BulkStream.ReadAsync(() => new BulkRun(preparer, pipeline, pacer, options), requests, options.Progress, cancellationToken);
    }

    private async Task<ExportResult> ExportAsync(PreparedExport export, CancellationToken cancellationToken)
    {
        var (generation, linked) = await pipeline.LookUpAsync(export, cancellationToken).ConfigureAwait(false);
        return linked ?? await pipeline.RunAsync(export, generation, cancellationToken).ConfigureAwait(false);
    }
}
