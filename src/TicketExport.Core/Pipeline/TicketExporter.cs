using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>The export protocol: prepare, claim, reconcile, send, record, link. docs/concepts/pipeline.md tells why in this order.</summary>
internal sealed class TicketExporter(ExportPreparer preparer, ExportClaimer claimer, ExportSender sender) : ITicketExporter
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

    private async Task<ExportResult> ExportAsync(PreparedExport export, CancellationToken cancellationToken) =>
        await claimer.ClaimAsync(export, cancellationToken).ConfigureAwait(false) switch
        {
            ClaimResult.ToSend claimed => await sender.SendAsync(export, claimed, cancellationToken).ConfigureAwait(false),
            ClaimResult.ToReconcile claimed => await sender.ReconcileAsync(export, claimed, cancellationToken).ConfigureAwait(false),
            ClaimResult.Linked linked => Results.AlreadyExported(linked.Holder),
            ClaimResult.Held held => Results.InProgress(held.Holder),
            ClaimResult.Waiting waiting => Results.Waiting(waiting.Holder),
            var other => throw new InvalidOperationException($"{other.GetType()} is not the end of a claim."),
        };
}
