using TicketExport.Diagnostics;
using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>The export protocol: prepare, claim, reconcile, send, record, link. docs/concepts/pipeline.md tells why in this order.</summary>
internal sealed class TicketExporter(
    ExportPreparer preparer,
    ExportClaimer claimer,
    ExportSender sender,
    ExportTelemetry telemetry) : ITicketExporter
{
    public async Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var trace = telemetry.BeginExport();
        try
        {
            var result = await ExportAsync(request, trace, cancellationToken).ConfigureAwait(false);
            trace.End(result);
            return result;
        }
        catch (Exception exception)
        {
            trace.End(exception);
            throw;
        }
    }

    private async Task<ExportResult> ExportAsync(ExportRequest request, ExportTrace trace, CancellationToken cancellationToken)
    {
        var preparation = await preparer.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        if (preparation is Preparation.Refused refused)
        {
            return refused.Result;
        }

        var export = ((Preparation.Ready)preparation).Export;
        trace.AimAt(export.Provider);
        return await ExportAsync(export, cancellationToken).ConfigureAwait(false);
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
