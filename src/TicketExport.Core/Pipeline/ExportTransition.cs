using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>What an outcome does to an export. Pure but for the retry clock's draw.</summary>
internal sealed class ExportTransition(RetryClock clock, TimeProvider time)
{
    /// <summary>After a create request whose outcome is not to be settled by a look-up right now.</summary>
    public ExportUpdate After(CreateOutcome outcome, PreparedExport export, int attempt) =>
        Relaxing(Pausing(Settle(outcome, export, attempt), outcome is CreateOutcome.RateLimited), export.Provider.Sheet);

    private ExportUpdate Settle(CreateOutcome outcome, PreparedExport export, int attempt) => outcome switch
    {
        CreateOutcome.Created created => Linked(created, export.Target),
        CreateOutcome.Rejected rejected => new()
        {
            Status = IsOurs(rejected.Fault.Reason) ? ExportStatus.Blocked : ExportStatus.Failed,
            AttemptState = AttemptState.Rejected,
            Failure = FailureMap.FromFault(rejected.Fault, export.Target),
        },
        CreateOutcome.NotSent notSent => new()
        {
            Status = ExportStatus.RetryScheduled,
            AttemptState = AttemptState.NotSent,
            RetryAt = clock.NextTry(attempt),
            Failure = WaitFor(notSent.Fault, export.Target),
        },
        CreateOutcome.RateLimited limited => new()
        {
            Status = ExportStatus.RetryScheduled,
            AttemptState = AttemptState.RateLimited,
            RetryAt = clock.NextTry(attempt, limited.Until),
            Failure = WaitFor(limited.Fault, export.Target),
        },
        CreateOutcome.Unknown unknown => StillUnknown(unknown.Fault, export, time.GetUtcNow() + export.Provider.Sheet.SettleWindow),
        _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a create request."),
    };

    /// <summary>After a look-up; <see langword="null"/> when the ticket is proven absent or the request may be repeated.</summary>
    public ExportUpdate? After(FindOutcome outcome, PreparedExport export, int attempt) => outcome switch
    {
        FindOutcome.Found found => Relaxing(
            new()
            {
                Status = ExportStatus.Exported,
                AttemptState = AttemptState.Adopted,
                Ticket = found.Tickets[0],
            },
            export.Provider.Sheet),
        FindOutcome.Absent { Proven: true } or FindOutcome.Repeatable => null,
        FindOutcome.Absent => StillUnknown(LikelyAbsent, export, retryAt: null),
        FindOutcome.Failed failed => Pausing(
            StillUnknown(failed.Fault, export, clock.NextTry(attempt, failed.Until)),
            failed.Until is not null || failed.Fault.Reason == FailureReason.RateLimited),
        _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a look-up."),
    };

    /// <summary>When a look-up for the open attempt is first trusted.</summary>
    public static DateTimeOffset SettledAt(AttemptRecord attempt, ProviderSheet sheet) =>
        (attempt.EndedAt ?? attempt.StartedAt + sheet.Timeout) + sheet.SettleWindow;

    /// <summary>Nothing is known yet; the look-up is due at a known time.</summary>
    public static ExportUpdate LookUpLater(PreparedExport export, DateTimeOffset retryAt) => StillUnknown(NotSettled, export, retryAt);

    /// <summary>Proven not created or safe to repeat; the next try is due at a known time.</summary>
    public ExportUpdate RepeatLater(PreparedExport export, ProviderFault cause, int attempt) => new()
    {
        Status = ExportStatus.RetryScheduled,
        AttemptState = AttemptState.NotCreated,
        RetryAt = clock.NextTry(attempt),
        Failure = WaitFor(cause, export.Target),
    };

    // An outcome lost with the power comes back by a look-up. One that lags finds a ticket, and does not prove that there is none.
    private static ExportUpdate Relaxing(ExportUpdate update, ProviderSheet sheet) => update with
    {
        Relaxed = sheet.Guarantee is GuaranteeClass.NativeIdempotency or GuaranteeClass.ConsistentLookup
            || (sheet.Guarantee == GuaranteeClass.LaggingLookup && update.Ticket is not null),
    };

    // "Too many requests" is said to all exports of the target, not to this one alone.
    private static ExportUpdate Pausing(ExportUpdate update, bool pauses) =>
        pauses ? update with { PauseTargetUntil = update.RetryAt } : update;

    private static ProviderFault LikelyAbsent => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = "No ticket with the export's marker was found, which does not prove that none was created. Look at the tracker and confirm; the next call looks again and sends nothing.",
    };

    private static ProviderFault NotSettled => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = "An earlier try may have created the ticket. It is looked for once the tracker had time to show it; nothing is sent before.",
    };

    private static ExportUpdate Linked(CreateOutcome.Created created, TicketTarget target) => new()
    {
        Status = created.FollowUpFault is null ? ExportStatus.Exported : ExportStatus.PartialFailed,
        AttemptState = AttemptState.Created,
        Ticket = created.Ticket,
        Failure = created.FollowUpFault is null ? null : FailureMap.FromFault(created.FollowUpFault, target),
    };

    private static ExportUpdate StillUnknown(ProviderFault fault, PreparedExport export, DateTimeOffset? retryAt) => new()
    {
        Status = ExportStatus.DeliveryUnknown,
        AttemptState = AttemptState.Unknown,
        RetryAt = retryAt,
        Failure = FailureMap.FromFault(fault, export.Target) with
        {
            Code = ExportCodes.DeliveryFailed,
            NextStep = retryAt is null ? NextStep.Confirm : NextStep.Wait,
        },
    };

    private static ExportFailure WaitFor(ProviderFault fault, TicketTarget target) =>
        FailureMap.FromFault(fault, target) with { NextStep = NextStep.Wait, IsTransient = true };

    private static bool IsOurs(FailureReason reason) => reason is FailureReason.Configuration or FailureReason.UnsafeAddress;
}
