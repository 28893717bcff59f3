using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>The claim: one conditional write that decides who may send.</summary>
internal sealed class ExportClaimer(IExportLedger ledger, IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    private const int MaxGenerationChanges = 3;

    public Task<GuardRecord?> FindGuardAsync(PreparedExport export, CancellationToken cancellationToken) =>
        ledger.FindGuardAsync(export.Account.Id, ExportKeys.GuardKeyOf(export.Fingerprint, export.Target), cancellationToken);

    /// <summary>Claims the export of one generation and of no other.</summary>
    public Task<ClaimResult> ClaimExactlyAsync(PreparedExport export, int generation, CancellationToken cancellationToken) =>
        ledger.ClaimAsync(ClaimRequestOf(export, generation), cancellationToken);

    public async Task<ClaimResult> ClaimAsync(PreparedExport export, int generation, CancellationToken cancellationToken)
    {
        for (var change = 0; change < MaxGenerationChanges; change++)
        {
            var result = await ClaimExactlyAsync(export, generation, cancellationToken).ConfigureAwait(false);
            if (result is not ClaimResult.GenerationChanged changed)
            {
                return result;
            }

            generation = changed.Generation;
        }

        throw new TicketExportException("The source was unlinked again and again while it was being exported. Export it once more.");
    }

    private ClaimRequest ClaimRequestOf(PreparedExport export, int generation)
    {
        var source = export.Document.Source;
        return new ClaimRequest
        {
            Account = export.Account,
            TargetId = export.Target.Id,
            ProviderKey = export.Target.ProviderKey,
            Source = new SourceKey(source.Type, source.RecordId),
            ReportId = source.ReportId,
            Keys = export.KeysOf(generation),
            DocumentJson = TicketExportJson.ToUtf8Bytes(export.Document),
            ExportId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            ClaimId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            LeaseDuration = options.CurrentValue.LeaseDuration,
        };
    }
}
