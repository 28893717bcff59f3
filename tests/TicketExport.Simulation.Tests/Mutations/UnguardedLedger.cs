using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Simulation.Tests.Worlds;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Has no unique guard over the targets of a source.</summary>
internal sealed class UnguardedLedger(IExportLedger inner) : LedgerDecorator(inner)
{
    public override Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken) =>
        Task.FromResult<GuardRecord?>(null);

    public override Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        var target = new TicketTarget { Id = request.TargetId, ProviderKey = request.ProviderKey, LinkScope = LinkScope.PerTarget };
        var source = Findings.Document(request.Source.Id).Source;
        return Inner.ClaimAsync(request with { Keys = ExportKeys.Compute(new AccountScope { Id = request.Account.Id }, source, target, 1) }, cancellationToken);
    }
}
