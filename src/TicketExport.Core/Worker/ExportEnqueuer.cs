using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>Prepares exports and leaves them to the worker.</summary>
internal sealed class ExportEnqueuer(ExportPreparer preparer, ExportPipeline pipeline)
{
    public async Task<ExportResult> EnqueueAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        return await preparer.PrepareAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            Preparation.Ready ready => await pipeline.EnqueueAsync(ready.Export, cancellationToken).ConfigureAwait(false),
            Preparation.Refused refused => await pipeline.RefuseAsync(refused, cancellationToken).ConfigureAwait(false),
            var other => throw new InvalidOperationException($"{other.GetType()} is not a preparation."),
        };
    }
}
