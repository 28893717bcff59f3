using System.Collections.Immutable;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Stores.Tests.Histories;

/// <summary>The in-memory ledger with one promise taken away.</summary>
internal sealed class BrokenLedger(LedgerBreak broken, InMemoryExportLedger inner) : IExportLedger
{
    private readonly Dictionary<string, ExportClaim> _newest = [];

    public Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken) =>
        inner.FindGuardAsync(accountId, guardKey, cancellationToken);

    public async Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        var early = TimeSpan.FromSeconds(broken == LedgerBreak.LeasesEndEarly ? 1 : 0);
        var result = await inner.ClaimAsync(Changed(request) with { LeaseDuration = request.LeaseDuration - early }, cancellationToken);
        switch (result)
        {
            case ClaimResult.ToSend send:
                _newest[send.Claim.ExportId] = send.Claim;
                return send with { Claim = send.Claim with { LeaseUntil = send.Claim.LeaseUntil + early } };
            case ClaimResult.ToReconcile reconcile:
                _newest[reconcile.Claim.ExportId] = reconcile.Claim;
                return reconcile with { Claim = reconcile.Claim with { LeaseUntil = reconcile.Claim.LeaseUntil + early } };
            default:
                return result;
        }
    }

    public async Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken)
    {
        var next = await inner.BeginAttemptAsync(Fenced(claim), cancellationToken);
        if (next is not null)
        {
            _newest[next.ExportId] = next;
        }

        return next;
    }

    public async Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken)
    {
        var kept = broken == LedgerBreak.PausesAreForgotten ? update with { PauseTargetUntil = null } : update;
        if (broken == LedgerBreak.RecordsAreAnsweredBeforeTheyAreSeen)
        {
            _ = Task.Run(() => inner.RecordAsync(claim, kept, CancellationToken.None), CancellationToken.None);
            return true;
        }

        return await inner.RecordAsync(Fenced(claim), kept, cancellationToken);
    }

    public Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken) =>
        inner.EnqueueAsync(request, cancellationToken);

    public Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken) =>
        inner.BlockAsync(request, cancellationToken);

    public async Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken)
    {
        var due = await inner.FindDueAsync(query, cancellationToken);
        return broken == LedgerBreak.TheNewestIsDueFirst ? [.. due.Reverse()] : due;
    }

    private ClaimRequest Changed(ClaimRequest request) => broken == LedgerBreak.TheGuardIsForgotten
        ? request with
        {
            Keys = ExportKeys.Compute(
                request.Keys.Fingerprint,
                new TicketTarget { Id = request.TargetId, ProviderKey = request.ProviderKey, LinkScope = LinkScope.PerTarget },
                request.Keys.Generation),
        }
        : request;

    private ExportClaim Fenced(ExportClaim claim) =>
        broken == LedgerBreak.FencesAreNotChecked ? _newest.GetValueOrDefault(claim.ExportId, claim) : claim;
}
