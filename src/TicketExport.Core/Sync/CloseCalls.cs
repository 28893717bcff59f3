using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Policies;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Sync;

/// <summary>Closes a ticket under a claim: the intent is written with who asked for it before the request leaves, and the end after it.</summary>
internal sealed class CloseCalls(ISyncLedger ledger, AbilityCaller caller, StatusReader reader, RetryClock clock, TimeProvider time)
{
    private static readonly TimeSpan RecordingMargin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastBudget = TimeSpan.FromSeconds(1);

    public async Task<CloseResult> CloseAsync(LinkedTicket link, TicketChangeClaim claim, DateTimeOffset deadline, AuditStamp by, CancellationToken cancellationToken)
    {
        if (BudgetOf(link, deadline) is not { } budget)
        {
            await RecordAsync(claim, new TicketChangeUpdate { Stage = TicketChangeStage.Released }).ConfigureAwait(false);
            return new CloseResult { Outcome = CloseOutcome.Busy, Ticket = link.Ticket, Failure = SyncFailures.NotWritten(TicketChanger.LeaseTooShort, link.Target) };
        }

        if (!await RecordAsync(claim, UpdateOf(claim, TicketChangeStage.Intent, SyncState.Pending) with { By = by }).ConfigureAwait(false))
        {
            return new CloseResult { Outcome = CloseOutcome.Busy, Ticket = link.Ticket };
        }

        var request = new CloseTicketRequest { Account = link.Export.Account, Target = link.Target, Credential = link.Credential, Ticket = link.Ticket };
        var sentAt = time.GetUtcNow();
        var outcome = await caller.CallAsync(link.Provider, AbilityCalls.Close(link.Provider, request), budget, cancellationToken).ConfigureAwait(false);
        if (outcome is ChangeOutcome.Missing missing)
        {
            await reader.RecordMissingAsync(link, missing.Fault, sentAt).ConfigureAwait(false);
        }

        var end = EndOf(outcome, link, claim);
        await RecordAsync(claim, end).ConfigureAwait(false);
        return new CloseResult
        {
            Outcome = WordOf(outcome),
            Ticket = outcome is ChangeOutcome.Changed changed ? changed.Ticket : link.Ticket,
            Failure = end.Failure,
            RetryAt = end.Stage == TicketChangeStage.InDoubt ? claim.LeaseUntil : end.PauseTargetUntil,
        };
    }

    private static CloseOutcome WordOf(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Changed => CloseOutcome.Closed,
        ChangeOutcome.Rejected => CloseOutcome.Refused,
        ChangeOutcome.Missing => CloseOutcome.Missing,
        ChangeOutcome.Unknown => CloseOutcome.InDoubt,
        _ => CloseOutcome.Busy,
    };

    private TicketChangeUpdate EndOf(ChangeOutcome outcome, LinkedTicket link, TicketChangeClaim claim)
    {
        var failed = UpdateOf(claim, TicketChangeStage.Ended, SyncState.Error);
        return outcome switch
        {
            ChangeOutcome.Changed => failed with { SyncState = SyncState.Synced },
            ChangeOutcome.Rejected rejected => failed with { Failure = SyncFailures.NotWritten(rejected.Fault, link.Target) },
            ChangeOutcome.NotSent notSent => failed with { Failure = SyncFailures.NotWritten(notSent.Fault, link.Target) with { IsTransient = true } },
            ChangeOutcome.RateLimited limited => failed with
            {
                Failure = SyncFailures.NotWritten(limited.Fault, link.Target) with { IsTransient = true },
                PauseTargetUntil = clock.NextTry(1, limited.Until),
            },
            ChangeOutcome.Missing missing => failed with { Failure = SyncFailures.Gone(missing.Fault, link.Target, SyncFailures.Write) },

            // It may still reach the tracker; until the lease is over nothing else is sent. It counts as pending, not as refused.
            ChangeOutcome.Unknown unknown => failed with
            {
                Stage = TicketChangeStage.InDoubt,
                SyncState = SyncState.Pending,
                Failure = SyncFailures.NotWritten(unknown.Fault, link.Target),
            },
            _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a change."),
        };
    }

    // Closing touches neither the document nor what was said about it.
    private static TicketChangeUpdate UpdateOf(TicketChangeClaim claim, TicketChangeStage stage, SyncState state) => new()
    {
        Stage = stage,
        SyncState = state,
        DocumentHash = claim.DocumentHash,
        CommentHash = claim.CommentHash,
    };

    // Never cancelled: between "closed at the tracker" and "recorded here" nothing may get lost.
    private Task<bool> RecordAsync(TicketChangeClaim claim, TicketChangeUpdate update) => ledger.RecordChangeAsync(claim, update, CancellationToken.None);

    private TimeSpan? BudgetOf(LinkedTicket link, DateTimeOffset deadline)
    {
        var left = deadline - time.GetUtcNow() - RecordingMargin;
        var budget = left < link.Provider.Sheet.Timeout ? left : link.Provider.Sheet.Timeout;
        return budget < LeastBudget ? null : budget;
    }
}
