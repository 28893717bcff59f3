using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>A ledger that passes everything on; mutations change one thing.</summary>
internal abstract class LedgerDecorator(IExportLedger inner) : IExportLedger
{
    protected IExportLedger Inner => inner;

    public virtual Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken) =>
        inner.FindGuardAsync(accountId, guardKey, cancellationToken);

    public virtual Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        inner.ClaimAsync(request, cancellationToken);

    public virtual Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken) =>
        inner.BeginAttemptAsync(claim, cancellationToken);

    public virtual Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        inner.RecordAsync(claim, update, cancellationToken);

    public virtual Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken) =>
        inner.EnqueueAsync(request, cancellationToken);

    public virtual Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken) =>
        inner.BlockAsync(request, cancellationToken);

    public virtual Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken) =>
        inner.FindDueAsync(query, cancellationToken);
}
