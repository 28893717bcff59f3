using System.Runtime.CompilerServices;
using TicketExport.Ledger;
using TicketExport.Simulation.Tests.Worlds;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Takes every write as if it came from the newest claim.</summary>
internal sealed class UnfencedLedger(World world, IExportLedger inner) : LedgerDecorator(inner)
{
    private static readonly ConditionalWeakTable<World, Dictionary<string, ExportClaim>> Newest = [];

    private readonly Dictionary<string, ExportClaim> _newest = Newest.GetOrCreateValue(world);

    public override async Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        var result = await Inner.ClaimAsync(request, cancellationToken);
        if (result is ClaimResult.ToSend send)
        {
            _newest[send.Claim.ExportId] = send.Claim;
        }
        else if (result is ClaimResult.ToReconcile reconcile)
        {
            _newest[reconcile.Claim.ExportId] = reconcile.Claim;
        }

        return result;
    }

    public override async Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken)
    {
        var next = await Inner.BeginAttemptAsync(_newest[claim.ExportId], cancellationToken);
        return next is null ? null : _newest[claim.ExportId] = next;
    }

    public override Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        Inner.RecordAsync(_newest[claim.ExportId], update, cancellationToken);
}
