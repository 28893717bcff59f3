using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Pipeline;

/// <summary>Turns a provider's answer into what the ledger writes, as the state machine says. Pure but for the retry clock's draw.</summary>
internal sealed class ExportTransition(RetryClock clock, TimeProvider time)
{
    /// <summary>After a create request whose outcome is not to be settled by a look-up right now.</summary>
    /// <param name="outcome">What the request came to.</param>
    /// <param name="export">The export.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <param name="isRepeat">Whether the request repeats one in doubt under the same key.</param>
    public ExportUpdate After(CreateOutcome outcome, PreparedExport export, int attempt, bool isRepeat)
    {
        var answer = isRepeat ? ProviderAnswer.OfRepeat(outcome) : ProviderAnswer.Of(outcome);
        return Apply(
            ExportState.Sending,
            answer.Event == ExportEvent.OutcomeUnknown ? answer with { DueAt = time.GetUtcNow() + export.Provider.Sheet.SettleWindow } : answer,
            export,
            attempt);
    }

    /// <summary>After a look-up under a claim that was given to reconcile; <see langword="null"/> when a request may leave again.</summary>
    public ExportUpdate? After(FindOutcome outcome, PreparedExport export, int attempt)
    {
        var answer = ProviderAnswer.Of(outcome);
        return ExportMachine.Next(ExportState.Reconciling, answer.Event).Has(ExportEffects.Send)
            ? null
            : Apply(ExportState.Reconciling, answer, export, attempt);
    }

    /// <summary>After a look-up under the very claim whose request was in doubt, for the reason given.</summary>
    public ExportUpdate AfterDoubt(ProviderFault cause, FindOutcome outcome, PreparedExport export, int attempt)
    {
        var answer = ProviderAnswer.Of(outcome);
        return Apply(
            ExportState.Sending,
            answer.Event is ExportEvent.AbsentProven or ExportEvent.Repeatable ? answer with { Fault = cause } : answer,
            export,
            attempt);
    }

    /// <summary>When a look-up for the open attempt is first trusted.</summary>
    public static DateTimeOffset SettledAt(AttemptRecord attempt, ProviderSheet sheet) =>
        (attempt.EndedAt ?? attempt.StartedAt + sheet.Timeout) + sheet.SettleWindow;

    /// <summary>Nothing is known yet; the look-up is due at a known time.</summary>
    public ExportUpdate LookUpLater(PreparedExport export, DateTimeOffset retryAt, int attempt) =>
        Apply(ExportState.Reconciling, new(ExportEvent.NotSettled) { DueAt = retryAt }, export, attempt);

    /// <summary>The request was not begun; the next try is due at a known time.</summary>
    public ExportUpdate NotBegun(PreparedExport export, ProviderFault cause, int attempt, bool isRepeat) =>
        Apply(ExportState.Sending, new(isRepeat ? ExportEvent.RepeatNotSent : ExportEvent.NotBegun, cause), export, attempt);

    private ExportUpdate Apply(ExportState state, ProviderAnswer answer, PreparedExport export, int attempt)
    {
        var step = ExportMachine.Next(state, answer.Event);
        var plans = (step.Effects & (ExportEffects.PlanRetry | ExportEffects.PlanLookUp)) != ExportEffects.None;
        var retryAt = plans ? answer.DueAt ?? clock.NextTry(attempt, answer.Until) : (DateTimeOffset?)null;
        var fault = answer.Fault ?? DoubtOf(answer.Event);
        return new ExportUpdate
        {
            Status = step.Next.Status,
            AttemptState = step.Next.Attempt,
            Ticket = answer.Ticket,
            RetryAt = retryAt,
            Failure = fault is null ? null : FailureOf(step, fault, export.Target),

            // "Wait" is said to every request to the target, not to this one alone.
            PauseTargetUntil = step.Has(ExportEffects.PauseTarget) || answer.Until is not null ? retryAt : null,
            Relaxed = MayBeLost(export.Provider.Sheet.Guarantee, answer.Ticket is not null),
        };
    }

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
