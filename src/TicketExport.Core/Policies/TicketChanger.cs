using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Sync;

namespace TicketExport.Policies;

/// <summary>Changes a linked ticket under a claim: the intent is written before the request leaves, and the end after it.</summary>
internal sealed class TicketChanger(
    ISyncLedger ledger,
    AbilityCaller caller,
    StatusReader reader,
    RetryClock clock,
    TimeProvider time)
{
    private static readonly TimeSpan RecordingMargin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastBudget = TimeSpan.FromSeconds(1);

    public static ProviderFault LeaseTooShort => new()
    {
        Reason = FailureReason.Timeout,
        Message = "Too little of the lease was left to call the tracker. Nothing was sent; raise TicketExport:LeaseDuration if this repeats.",
    };

    /// <summary>How long the next call may take; <see langword="null"/> when too little of the lease is left.</summary>
    public TimeSpan? BudgetOf(TicketChange change)
    {
        var left = change.Deadline - time.GetUtcNow() - RecordingMargin;
        var timeout = change.Export.Provider.Sheet.Timeout;
        var budget = left < timeout ? left : timeout;
        return budget < LeastBudget ? null : budget;
    }

    public Task ReleaseAsync(TicketChange change) => RecordAsync(change, new TicketChangeUpdate { Stage = TicketChangeStage.Released });

    /// <summary>What the duplicate policy asks of a ticket that is not closed.</summary>
    public async Task<ExportResult> StandOrUpdateAsync(TicketChange change, CancellationToken cancellationToken)
    {
        if (change.Export.Target.OnDuplicate == DuplicatePolicy.UpdateExisting && change.Claim.DocumentHash != change.DocumentHash)
        {
            return await UpdateAsync(change, cancellationToken).ConfigureAwait(false);
        }

        await ReleaseAsync(change).ConfigureAwait(false);
        return Answers.Stands(change.Export, change.Holder);
    }

    /// <summary>Opens the ticket again; the failure, or <see langword="null"/> once it is open.</summary>
    public async Task<ExportResult?> ReopenAsync(TicketChange change, CancellationToken cancellationToken)
    {
        var request = new ReopenTicketRequest
        {
            Account = change.Export.Account,
            Target = change.Export.Target,
            Credential = change.Export.Credential,
            Ticket = change.Claim.Ticket,
        };
        var call = AbilityCalls.Reopen(change.Export.Provider, request);
        return await SendAsync(change, call, change.Claim.DocumentHash, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The ticket is about to be changed; what it holds from then on.</summary>
    public static TicketChangeUpdate IntentOf(TicketChange change, string? hash) => new()
    {
        Stage = TicketChangeStage.Intent,
        SyncState = SyncState.Pending,
        DocumentHash = hash,
        CommentHash = change.Claim.CommentHash,
    };

    // Never cancelled: between "changed at the tracker" and "recorded here" nothing may get lost.
    public Task<bool> RecordAsync(TicketChange change, TicketChangeUpdate update) =>
        ledger.RecordChangeAsync(change.Claim, update, CancellationToken.None);

    private async Task<ExportResult> UpdateAsync(TicketChange change, CancellationToken cancellationToken)
    {
        var request = new UpdateTicketRequest
        {
            Account = change.Export.Account,
            Target = change.Export.Target,
            Credential = change.Export.Credential,
            Ticket = change.Claim.Ticket,
            Document = change.Export.Document,
            Body = change.Export.Body,
            Keys = change.Export.KeysOf(change.Holder.Generation),
        };
        var call = AbilityCalls.Update(change.Export.Provider, request);
        return await SendAsync(change, call, change.DocumentHash, cancellationToken).ConfigureAwait(false) ?? Results.UpdatedExisting(change.Holder);
    }

    /// <summary>Sends a change; <see langword="null"/> when it stands at the tracker.</summary>
    /// <param name="change">The change.</param>
    /// <param name="call">The call.</param>
    /// <param name="hashAfter">What the ticket holds once it stands.</param>
    /// <param name="cancellationToken">Cancels the call; its end is recorded all the same.</param>
    private async Task<ExportResult?> SendAsync(
        TicketChange change,
        AbilityCall<ChangeOutcome> call,
        string? hashAfter,
        CancellationToken cancellationToken)
    {
        var isUpdate = hashAfter != change.Claim.DocumentHash;
        if (BudgetOf(change) is not { } budget)
        {
            await ReleaseAsync(change).ConfigureAwait(false);
            return Answers.NotInStep(change.Holder, SyncFailures.NotWritten(LeaseTooShort, change.Export.Target));
        }

        // From the intent on, what the ticket holds is not known: a crash in mid-update must not be read as "unchanged".
        if (!await RecordAsync(change, IntentOf(change, isUpdate ? null : hashAfter)).ConfigureAwait(false))
        {
            return Results.InProgress(change.Holder);
        }

        var sentAt = time.GetUtcNow();
        var outcome = await caller.CallAsync(change.Export.Provider, call, budget, cancellationToken).ConfigureAwait(false);
        if (outcome is ChangeOutcome.Missing missing)
        {
            await reader.RecordMissingAsync(change.Link, missing.Fault, sentAt).ConfigureAwait(false);
        }

        var end = EndOf(change, outcome, hashAfter, isUpdate);
        var isKept = await RecordAsync(change, end).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return end.Failure is { } failure
            ? Answers.NotInStep(change.Holder, failure) with { RetryAt = end.Stage == TicketChangeStage.InDoubt ? change.Claim.LeaseUntil : end.PauseTargetUntil }
            : isKept ? null : Results.InProgress(change.Holder);
    }

    private TicketChangeUpdate EndOf(TicketChange change, ChangeOutcome outcome, string? hashAfter, bool isUpdate)
    {
        var target = change.Export.Target;
        var failed = new TicketChangeUpdate
        {
            Stage = TicketChangeStage.Ended,
            SyncState = SyncState.Error,
            DocumentHash = change.Claim.DocumentHash,
            CommentHash = change.Claim.CommentHash,
        };
        return outcome switch
        {
            // A reopened ticket that is to be updated as well stays claimed for that.
            ChangeOutcome.Changed => failed with
            {
                Stage = isUpdate ? TicketChangeStage.Ended : TicketChangeStage.Intent,
                SyncState = SyncState.Synced,
                DocumentHash = hashAfter,
            },
            ChangeOutcome.Rejected rejected => failed with { Failure = SyncFailures.NotWritten(rejected.Fault, target) },
            ChangeOutcome.NotSent notSent => failed with { Failure = SyncFailures.NotWritten(notSent.Fault, target) with { IsTransient = true } },
            ChangeOutcome.RateLimited limited => failed with
            {
                Failure = SyncFailures.NotWritten(limited.Fault, target) with { IsTransient = true },
                PauseTargetUntil = clock.NextTry(1, limited.Until),
            },
            ChangeOutcome.Missing missing => failed with { Failure = SyncFailures.Gone(missing.Fault, target, SyncFailures.Write) },
            ChangeOutcome.Unknown unknown => failed with
            {
                Stage = TicketChangeStage.InDoubt,
                DocumentHash = isUpdate ? null : hashAfter,
                Failure = SyncFailures.NotWritten(unknown.Fault, target),
            },
            _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a change."),
        };
    }
}
