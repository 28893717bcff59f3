using TicketExport.Diagnostics;
using TicketExport.Worker;

namespace TicketExport.Pipeline;

/// <summary>The export protocol: prepare, claim, reconcile, send, record, link. docs/concepts/pipeline.md tells why in this order.</summary>
internal sealed class TicketExporter(
    ExportPreparer preparer,
    ExportPipeline pipeline,
    ExportEnqueuer enqueuer,
    TargetPacer pacer,
    ExportTelemetry telemetry) : ITicketExporter
{
    public Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return telemetry.TraceAsync(trace => ExportAsync(request, trace, cancellationToken));
    }

    public Task<ExportResult> EnqueueAsync(ExportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enqueuer.EnqueueAsync(request, by: null, cancellationToken);
    }

    public IAsyncEnumerable<BulkResult> ExportManyAsync(
        IAsyncEnumerable<ExportRequest> requests,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        options ??= new BulkOptions();
        options.ThrowIfUnusable();
        return BulkStream.ReadAsync(() => new BulkRun(preparer, pipeline, pacer, telemetry, options), requests, options.Progress, cancellationToken);
    }

    private async Task<ExportResult> ExportAsync(ExportRequest request, ExportTrace trace, CancellationToken cancellationToken)
    {
        var preparation = await preparer.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        if (preparation is Preparation.Refused refused)
        {
            return await pipeline.RefuseAsync(refused, cancellationToken).ConfigureAwait(false);
        }

        var export = ((Preparation.Ready)preparation).Export;
        trace.AimAt(export.Provider);
        var (generation, linked) = await pipeline.LookUpAsync(export, cancellationToken).ConfigureAwait(false);
        return linked ?? await pipeline.RunAsync(export, generation, cancellationToken).ConfigureAwait(false);
    }
}
