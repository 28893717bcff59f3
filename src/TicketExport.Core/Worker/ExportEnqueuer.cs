using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>Prepares exports and leaves them to the worker.</summary>
internal sealed class ExportEnqueuer(ExportPreparer preparer, ExportPipeline pipeline)
{
    /// <param name="request">The export.</param>
    /// <param name="by">Who approved it; <see langword="null"/> when nobody was asked.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    public async Task<ExportResult> EnqueueAsync(ExportRequest request, AuditStamp? by, CancellationToken cancellationToken)
    {
        return await preparer.PrepareAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            Preparation.Ready ready => await pipeline.EnqueueAsync(ready.Export, by, cancellationToken).ConfigureAwait(false),
            Preparation.Refused refused => await pipeline.RefuseAsync(refused, cancellationToken).ConfigureAwait(false),
            var other => throw new InvalidOperationException($"{other.GetType()} is not a preparation."),
        };
    }
}
