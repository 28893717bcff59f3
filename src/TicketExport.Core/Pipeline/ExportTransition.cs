using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Pipeline;

/// <summary>Turns a provider's answer into what the ledger writes, as the state machine says. Pure but for the retry clock's draw.</summary>
internal sealed class ExportTransition(RetryClock clock, IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    /// <summary>After a create request whose outcome is not to be settled by a look-up right now.</summary>
    /// <param name="outcome">What the request came to.</param>
    /// <param name="work">The export.</param>
    /// <param name="isRepeat">Whether the request repeats one in doubt under the same key.</param>
    public ExportUpdate After(CreateOutcome outcome, ClaimedExport work, bool isRepeat)
    {
        var answer = isRepeat ? ProviderAnswer.OfRepeat(outcome) : ProviderAnswer.Of(outcome);
        return Apply(
            ExportState.Sending,
            answer.Event == ExportEvent.OutcomeUnknown ? answer with { DueAt = time.GetUtcNow() + work.Export.Provider.Sheet.SettleWindow } : answer,
            work);
    }

    /// <summary>After a look-up under a claim that was given to reconcile; <see langword="null"/> when a request may leave again.</summary>
    public ExportUpdate? After(FindOutcome outcome, ClaimedExport work)
    {
        var answer = Judged(ProviderAnswer.Of(outcome), work);
        return ExportMachine.Next(ExportState.Reconciling, answer.Event).Has(ExportEffects.Send)
            ? null
            : Apply(ExportState.Reconciling, answer, work);
    }

    /// <summary>After a look-up under the very claim whose request was in doubt, for the reason given.</summary>
    public ExportUpdate AfterDoubt(ProviderFault cause, FindOutcome outcome, ClaimedExport work)
    {
        var answer = ProviderAnswer.Of(outcome);
        return Apply(
            ExportState.Sending,
            answer.Event is ExportEvent.AbsentProven or ExportEvent.Repeatable ? answer with { Fault = cause } : answer,
            work);
    }

    /// <summary>When a look-up for the open attempt is first trusted.</summary>
    public static DateTimeOffset SettledAt(AttemptRecord attempt, ProviderSheet sheet) =>
        (attempt.EndedAt ?? attempt.StartedAt + sheet.Timeout) + sheet.SettleWindow;

    /// <summary>Nothing is known yet; the look-up is due at a known time.</summary>
    public ExportUpdate LookUpLater(ClaimedExport work, DateTimeOffset retryAt) =>
        Apply(ExportState.Reconciling, new(ExportEvent.NotSettled) { DueAt = retryAt }, work);

    /// <summary>The request was not begun; the next try is due at a known time.</summary>
    public ExportUpdate NotBegun(ClaimedExport work, ProviderFault cause, bool isRepeat) =>
        Apply(ExportState.Sending, new(isRepeat ? ExportEvent.RepeatNotSent : ExportEvent.NotBegun, cause), work) with { TargetSignal = TargetSignal.None };

    /// <summary>The request was not begun, and is not before a known time.</summary>
    public ExportUpdate NotBegunBefore(ClaimedExport work, ProviderFault cause, DateTimeOffset dueAt) =>
        Apply(ExportState.Sending, new(ExportEvent.NotBegun, cause) { DueAt = dueAt }, work) with { TargetSignal = TargetSignal.None };

    /// <summary>
    /// After a look-up for a ticket that the ledger may have lost, before the first request; <see langword="null"/> when that may leave. A
    /// tracker without a look-up cannot tell, and then a person is asked.
    /// </summary>
    public ExportUpdate? AfterPrecaution(FindOutcome outcome, ClaimedExport work)
    {
        var answer = ProviderAnswer.Of(outcome);
        return answer.Event switch
        {
            ExportEvent.Found => Apply(ExportState.Sending, answer, work),
            ExportEvent.AbsentLikely when work.Export.Provider.Sheet.Guarantee == GuaranteeClass.NoLookup => Apply(ExportState.Sending, answer, work),
            ExportEvent.LookUpFailed => Apply(ExportState.Sending, answer with { Event = ExportEvent.NotBegun }, work) with { TargetSignal = TargetSignal.None },
            _ => null,
        };
    }

    private ExportUpdate Apply(ExportState state, ProviderAnswer given, ClaimedExport work)
    {
        var answer = Judged(given, work);
        var (export, attempt) = (work.Export, work.Claim.AttemptNumber);
        var step = ExportMachine.Next(state, answer.Event);
        var plans = (step.Effects & (ExportEffects.PlanRetry | ExportEffects.PlanLookUp)) != ExportEffects.None;
        var welcomeAt = answer.Until is null ? (DateTimeOffset?)null : clock.NextTry(attempt, answer.Until);
        var retryAt = plans ? Later(answer.DueAt, welcomeAt) ?? clock.NextTry(attempt) : (DateTimeOffset?)null;
        var fault = answer.Fault ?? DoubtOf(answer.Event);
        var failure = fault is null ? null : FailureOf(step, fault, export.Target);
        var isSpent = answer.Event is ExportEvent.TriesSpent or ExportEvent.AbsentTriesSpent;
        return new ExportUpdate
        {
            Status = step.Next.Status,
            AttemptState = step.Next.Attempt,
            Ticket = answer.Ticket,
            RetryAt = retryAt,
            Failure = isSpent ? FailureMap.TriesSpent(failure ?? work.Record.Failure, export.Target.Id) : failure,
            AttemptFailure = isSpent ? failure ?? work.Record.Failure : null,

            // "Wait" is said to every request to the target, not to this one alone.
            PauseTargetUntil = step.Has(ExportEffects.PauseTarget) ? retryAt : welcomeAt,
            TargetSignal = TargetSignals.Of(given),
            DisableTargetAfter = options.CurrentValue.DisableTargetAfter,
            Relaxed = MayBeLost(export.Provider.Sheet.Guarantee, answer.Ticket is not null),
        };
    }

    // What the account and the retry budget make of an answer. What is in doubt is never given up, and never guessed where nobody can look.
    private ProviderAnswer Judged(ProviderAnswer answer, ClaimedExport work)
    {
        var happened = answer.Event == ExportEvent.AbsentLikely
            && work.Export.Target.RecreateWhenAbsent
            && work.Export.Provider.Sheet.Guarantee != GuaranteeClass.NoLookup
                ? ExportEvent.AbsenceAssumed
                : answer.Event;
        return RetryBudget.IsSpent(work.Record, options.CurrentValue, time.GetUtcNow())
            ? answer with
            {
                Event = happened switch
                {
                    ExportEvent.NotSent or ExportEvent.NotBegun => ExportEvent.TriesSpent,
                    ExportEvent.AbsentProven or ExportEvent.AbsenceAssumed => ExportEvent.AbsentTriesSpent,
                    _ => happened,
                },
            }
            : answer with { Event = happened };
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    /// <summary>Whether a look-up brings an outcome back that was lost with the power. One that lags finds a ticket, and does not prove that there is none.</summary>
    private static bool MayBeLost(GuaranteeClass guarantee, bool hasTicket) => guarantee switch
    {
        GuaranteeClass.NativeIdempotency or GuaranteeClass.ConsistentLookup => true,
        GuaranteeClass.LaggingLookup => hasTicket,
        _ => false,
    };

    private static ExportFailure FailureOf(ExportStep step, ProviderFault fault, TicketTarget target)
    {
        var failure = FailureMap.FromFault(fault, target);
        if (step.Has(ExportEffects.PlanRetry))
        {
            return failure with { NextStep = NextStep.Wait, IsTransient = true };
        }

        return step.Next.HasOpenAttempt
            ? failure with { Code = ExportCodes.DeliveryFailed, NextStep = step.Has(ExportEffects.PlanLookUp) ? NextStep.Wait : NextStep.Confirm }
            : failure;
    }

    private static ProviderFault? DoubtOf(ExportEvent happened) => happened switch
    {
        ExportEvent.AbsentLikely => new()
        {
            Reason = FailureReason.Ambiguous,
            Message = "No ticket with the export's marker was found, which does not prove that none was created. Look at the tracker and confirm; the next call looks again and sends nothing.",
        },
        ExportEvent.NotSettled => new()
        {
            Reason = FailureReason.Ambiguous,
            Message = "An earlier try may have created the ticket. It is looked for once the tracker had time to show it; nothing is sent before.",
        },
        _ => null,
    };
}
