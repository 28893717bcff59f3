using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Pipeline;

/// <summary>What a provider said, as an event of the export's state machine.</summary>
/// <param name="Event">The event.</param>
/// <param name="Fault">Why, if something failed.</param>
internal sealed record ProviderAnswer(ExportEvent Event, ProviderFault? Fault = null)
{
    /// <summary>The ticket, if there is one.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>When requests are welcome again, by the tracker's own word.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the next step is due, where no back-off decides that.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public static ProviderAnswer Of(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Created { FollowUpFault: { } fault } created => new(ExportEvent.CreatedWithFault, fault) { Ticket = created.Ticket },
        CreateOutcome.Created created => new(ExportEvent.Created) { Ticket = created.Ticket },
        CreateOutcome.Rejected rejected => new(RejectionOf(rejected.Fault.Reason), rejected.Fault),
        CreateOutcome.NotSent notSent => new(ExportEvent.NotSent, notSent.Fault),
        CreateOutcome.RateLimited limited => new(ExportEvent.RateLimited, limited.Fault) { Until = limited.Until },
        CreateOutcome.Unknown unknown => new(ExportEvent.OutcomeUnknown, unknown.Fault) { Until = unknown.Until },
        _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a create request."),
    };

    /// <summary>The same for a request that repeats one in doubt under the same key: short of a ticket it says nothing about that one.</summary>
    public static ProviderAnswer OfRepeat(CreateOutcome outcome)
    {
        var answer = Of(outcome);
        return answer with
        {
            Event = answer.Event switch
            {
                ExportEvent.Rejected or ExportEvent.BlockedBySettings => ExportEvent.RepeatRejected,
                ExportEvent.NotSent => ExportEvent.RepeatNotSent,
                ExportEvent.RateLimited => ExportEvent.RepeatRateLimited,
                var other => other,
            },
        };
    }

    public static ProviderAnswer Of(FindOutcome outcome) => outcome switch
    {
        FindOutcome.Found { Tickets: [var oldest, ..] } => new(ExportEvent.Found) { Ticket = oldest },
        FindOutcome.Absent { Proven: true } => new(ExportEvent.AbsentProven),
        FindOutcome.Absent or FindOutcome.Found => new(ExportEvent.AbsentLikely),
        FindOutcome.Repeatable => new(ExportEvent.Repeatable),
        FindOutcome.Failed failed => new(ExportEvent.LookUpFailed, failed.Fault) { Until = failed.Until },
        _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a look-up."),
    };

    private static ExportEvent RejectionOf(FailureReason reason) =>
        reason is FailureReason.Configuration or FailureReason.UnsafeAddress or FailureReason.MappingIncomplete ? ExportEvent.BlockedBySettings : ExportEvent.Rejected;
}
