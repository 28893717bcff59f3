using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Takes a request that was under way as over one timeout after its claim, although its lease ran on.</summary>
internal sealed class EarlySettlingLedger(IExportLedger inner, ProviderSheet sheet) : LedgerDecorator(inner)
{
    public override async Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        await Inner.ClaimAsync(request, cancellationToken) switch
        {
            ClaimResult.ToReconcile settle => settle with { OpenAttempt = settle.OpenAttempt with { EndedAt = settle.OpenAttempt.StartedAt + sheet.Timeout } },
            var other => other,
        };
}
