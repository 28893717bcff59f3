using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Tells each holder that it has the lease it asked for, and keeps one of a second.</summary>
internal sealed class ShortLeaseLedger(IExportLedger inner) : LedgerDecorator(inner)
{
    public override async Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        var missing = request.LeaseDuration - TimeSpan.FromSeconds(1);
        return await Inner.ClaimAsync(request with { LeaseDuration = TimeSpan.FromSeconds(1) }, cancellationToken) switch
        {
            ClaimResult.ToSend send => send with { Claim = send.Claim with { LeaseUntil = send.Claim.LeaseUntil + missing } },
            ClaimResult.ToReconcile settle => settle with { Claim = settle.Claim with { LeaseUntil = settle.Claim.LeaseUntil + missing } },
            var other => other,
        };
    }
}
