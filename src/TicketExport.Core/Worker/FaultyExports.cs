using Microsoft.Extensions.Options;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>
/// Writes into the ledger that a due export could not be prepared: a later try at first, parked as blocked in the end. Counted
/// and waited for in the ledger, so that neither a restart nor another worker begins anew.
/// </summary>
internal sealed class FaultyExports(
    IExportLedger ledger,
    IExportLedgerQueries queries,
    AttemptLedger attempts,
    RetryClock clock,
    IOptionsMonitor<TicketExportWorkerOptions> options)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public async Task<DueOutcome> WriteAsync(DueWork.Faulty work, CancellationToken cancellationToken)
    {
        var record = work.Record;
        var faults = 1 + await CountFaultsAsync(record, cancellationToken).ConfigureAwait(false);
        var request = await ClaimRequestOf(work, cancellationToken).ConfigureAwait(false);
        return await ledger.ClaimAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            ClaimResult.ToSend send => await RecordAsync(send.Claim, NotPrepared(work.Failure, faults)).ConfigureAwait(false),
            ClaimResult.ToReconcile open => await RecordAsync(open.Claim, NotLookedUp(work.Failure, open)).ConfigureAwait(false),
            ClaimResult.Waiting waiting => new(DueEnd.Waiting) { IsStillDue = waiting.Holder.ExportId != record.ExportId },
            ClaimResult.Linked => new(DueEnd.AlreadyExported),
            _ => new(DueEnd.Waiting) { IsStillDue = true },
        };
    }

    private async Task<DueOutcome> RecordAsync(ExportClaim claim, ExportUpdate update)
    {
        var isRecorded = await attempts.RecordAsync(claim, update).ConfigureAwait(false);
        var end = update.Status switch
        {
            ExportStatus.Blocked => DueEnd.Poisoned,
            ExportStatus.DeliveryUnknown => DueEnd.Unknown,
            _ => DueEnd.Waiting,
        };
        return isRecorded ? new(end) { DueAt = update.RetryAt } : new(DueEnd.Waiting) { IsStillDue = true };
    }

    private ExportUpdate NotPrepared(ExportFailure failure, int faults)
    {
        var isLast = faults >= options.CurrentValue.MaxFaults;
        return new()
        {
            Status = isLast ? ExportStatus.Blocked : ExportStatus.RetryScheduled,
            AttemptState = AttemptState.Blocked,
            RetryAt = isLast ? null : LedgerTime.Ceiling(clock.NextTry(faults)),
            Failure = failure with { IsTransient = false },
        };
    }

    // A ticket may exist, so this is never given up: it is tried ever more rarely until the cause is gone.
    private ExportUpdate NotLookedUp(ExportFailure failure, ClaimResult.ToReconcile open) => new()
    {
        Status = ExportStatus.DeliveryUnknown,
        AttemptState = AttemptState.Unknown,
        RetryAt = LedgerTime.Ceiling(clock.NextTry((int)Math.Clamp(open.Claim.FencingToken - open.OpenAttempt.FencingToken, 1, 100))),
        Failure = failure,
    };

    private async Task<int> CountFaultsAsync(ExportRecord record, CancellationToken cancellationToken)
    {
        var known = await queries.ListAttemptsAsync(record.Account.Id, record.ExportId, cancellationToken).ConfigureAwait(false);
        return known.Reverse().TakeWhile(static attempt => attempt.State == AttemptState.Blocked).Count();
    }

    private async Task<ClaimRequest> ClaimRequestOf(DueWork.Faulty work, CancellationToken cancellationToken)
    {
        var record = work.Record;
        return new ClaimRequest
        {
            Account = record.Account,
            TargetId = record.TargetId,
            ProviderKey = record.ProviderKey,
            Source = record.Source,
            ReportId = record.ReportId,
            Keys = await KeysOf(record, cancellationToken).ConfigureAwait(false),
            DocumentJson = work.DocumentJson,
            ExportId = record.ExportId,
            ClaimId = Guid.CreateVersion7(clock.Now).ToString("N"),
            LeaseDuration = Lease,
            IsDueWork = true,
        };
    }

    // The target may be missing, and with it how far its links reach: the guard row that names the export tells.
    private async Task<ExportKeys> KeysOf(ExportRecord record, CancellationToken cancellationToken)
    {
        var perTarget = KeysOf(record, LinkScope.PerTarget);
        var guard = await ledger.FindGuardAsync(record.Account.Id, perTarget.GuardKey, cancellationToken).ConfigureAwait(false);
        return guard?.Holder.ExportId == record.ExportId ? perTarget : KeysOf(record, LinkScope.PerSource);
    }

    private static ExportKeys KeysOf(ExportRecord record, LinkScope scope) => ExportKeys.Compute(
        record.Fingerprint,
        new TicketTarget { Id = record.TargetId, ProviderKey = record.ProviderKey, LinkScope = scope },
        record.Generation);
}
