using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>What happens under a claim: reconcile, send, record.</summary>
internal sealed class ExportSender(
    ProviderCaller caller,
    ExportTransition transition,
    ExportRecorder recorder,
    RestoredLedger restored,
    TimeProvider time)
{
    public async Task<ExportResult> SendAsync(PreparedExport export, ClaimResult.ToSend claimed, CancellationToken cancellationToken)
    {
        var work = new ClaimedExport(export, claimed.Export, claimed.Claim, AttemptState.Sending);
        var request = FindRequestOf(export, claimed.Export, time.GetUtcNow());
        return await restored.LookUpAsync(work, request, cancellationToken).ConfigureAwait(false) is { } update
            ? await recorder.RecordAsync(work, update, cancellationToken).ConfigureAwait(false)
            : await SendAsync(export, claimed, isRepeat: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExportResult> SendAsync(PreparedExport export, ClaimResult.ToSend claimed, bool isRepeat, CancellationToken cancellationToken)
    {
        var (claim, record) = (claimed.Claim, claimed.Export);
        var work = new ClaimedExport(export, record, claim, AttemptState.Sending);
        if (caller.BudgetOf(claim, export.Provider) is not { } budget)
        {
            return await recorder.RecordAsync(work, transition.NotBegun(work, LeaseTooShort, isRepeat), cancellationToken).ConfigureAwait(false);
        }

        var startedAt = time.GetUtcNow();
        var outcome = await caller.CreateAsync(export.Provider, CreateRequestOf(export, record, claim), budget, cancellationToken).ConfigureAwait(false);
        if (outcome is CreateOutcome.Unknown unknown
            && !(unknown.Until > time.GetUtcNow())
            && export.Provider.Sheet.SettleWindow == TimeSpan.Zero
            && !cancellationToken.IsCancellationRequested)
        {
            return await SettleAsync(work, unknown.Fault, startedAt, cancellationToken).ConfigureAwait(false);
        }

        return await recorder.RecordAsync(work, transition.After(outcome, work, isRepeat), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks up at once what a try of unknown outcome did, at a tracker whose look-up needs no waiting.</summary>
    private async Task<ExportResult> SettleAsync(
        ClaimedExport work,
        ProviderFault cause,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken)
    {
        var (export, record, claim) = (work.Export, work.Record, work.Claim);
        var update = caller.BudgetOf(claim, export.Provider) is { } budget
            ? transition.AfterDoubt(
                cause,
                await caller.FindAsync(export.Provider, FindRequestOf(export, record, startedAt), budget, cancellationToken).ConfigureAwait(false),
                work)
            : transition.LookUpLater(work, time.GetUtcNow());
        return await recorder.RecordAsync(work, update, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ExportResult> ReconcileAsync(PreparedExport export, ClaimResult.ToReconcile claimed, CancellationToken cancellationToken)
    {
        var (claim, record, attempt) = (claimed.Claim, claimed.Export, claimed.OpenAttempt);
        var work = new ClaimedExport(export, record, claim, attempt.State);
        if (claimed.IsNewDoubt)
        {
            recorder.CountLeftBehind(work);
        }

        var settledAt = ExportTransition.SettledAt(attempt, export.Provider.Sheet);
        if (settledAt > time.GetUtcNow() || caller.BudgetOf(claim, export.Provider) is not { } budget)
        {
            return await recorder.RecordAsync(work, transition.LookUpLater(work, settledAt), cancellationToken).ConfigureAwait(false);
        }

        var found = await caller.FindAsync(export.Provider, FindRequestOf(export, record, attempt.StartedAt), budget, cancellationToken).ConfigureAwait(false);
        if (transition.After(found, work) is { } update)
        {
            return await recorder.RecordAsync(work, update, cancellationToken).ConfigureAwait(false);
        }

        if (await recorder.BeginAgainAsync(claim, cancellationToken).ConfigureAwait(false) is not { } next)
        {
            // Overtaken, and then this is not written either; or the target was disabled, and then it waits for the look-up after that.
            return await recorder.RecordAsync(work, transition.LookUpLater(work, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        }

        var begun = record with { Status = ExportStatus.Delivering, Attempts = next.AttemptNumber, FailedTries = record.FailedTries + 1 };
        return await SendAsync(export, new ClaimResult.ToSend(next, begun), found is FindOutcome.Repeatable, cancellationToken).ConfigureAwait(false);
    }

    private static CreateTicketRequest CreateRequestOf(PreparedExport export, ExportRecord record, ExportClaim claim) => new()
    {
        Account = export.Account,
        Target = export.Target,
        Credential = export.Credential,
        Document = export.Document,
        Body = export.Body,
        Keys = export.KeysOf(record.Generation),
        Attempt = claim.AttemptNumber,
    };

    private static FindTicketRequest FindRequestOf(PreparedExport export, ExportRecord record, DateTimeOffset startedAt) => new()
    {
        Account = export.Account,
        Target = export.Target,
        Credential = export.Credential,
        Keys = export.KeysOf(record.Generation),
        AttemptStartedAt = startedAt,
    };

    internal static ProviderFault LeaseTooShort => new()
    {
        Reason = FailureReason.Timeout,
        Message = "Too little of the lease was left to send. Nothing was sent; raise TicketExport:LeaseDuration if this repeats.",
    };
}
