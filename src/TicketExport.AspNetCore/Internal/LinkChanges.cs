using Microsoft.AspNetCore.Http;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Answers changes of links and decisions on exports. Pure.</summary>
internal static class LinkChanges
{
    public static ApiAnswer AnswerTo(LinkResult result) => result.Outcome switch
    {
        LinkOutcome.Unlinked or LinkOutcome.Relinked or LinkOutcome.AlreadyLinked or LinkOutcome.Linked => new ApiAnswer { Status = StatusCodes.Status204NoContent },
        LinkOutcome.NotFound => Problems.NotFound,
        LinkOutcome.NotLinked => Problems.NotLinked,
        LinkOutcome.InUse => Problems.Of(
            Problems.BodyOf(StatusCodes.Status409Conflict, ApiCodes.InProgress, "An export of the source is at work, waits, or has an unknown outcome. Try again once that is settled.") with { ExportId = result.Export?.ExportId }) with
        { RetryAfterSeconds = 1 },
        _ => Problems.Refused(Words.Of(result.Outcome), "The source is linked to another ticket.", new(result.Export?.ExportId, NextStep: NextStep.OpenExisting)),
    };

    /// <summary>Why a decision was refused, in one sentence.</summary>
    public static ApiAnswer Refusal(DecisionResult result)
    {
        var facts = new ExportBodyFacts(result.Export?.ExportId, result.Export?.RetryAt);
        var reason = Words.Of(result.Outcome);
        return result.Outcome switch
        {
            DecisionOutcome.NotFound => Problems.NotFound,
            DecisionOutcome.WrongStatus => Problems.Refused(reason, "This does not belong to how the export stands; it may have been decided already.", facts),
            DecisionOutcome.HasTicket => Problems.Refused(reason, "A ticket is linked. Open it.", facts with { NextStep = NextStep.OpenExisting }),
            DecisionOutcome.NoTicket => Problems.Refused(reason, "No ticket is linked.", facts),
            DecisionOutcome.Unlinked => Problems.Refused(reason, "The link was taken away, and the source goes on as another export.", facts),
            DecisionOutcome.InUse => Problems.Refused(reason, "The export is being worked on. Ask again in a moment.", facts with { NextStep = NextStep.Wait }) with { RetryAfterSeconds = 1 },
            DecisionOutcome.TooEarly => Problems.Refused(reason, "The tracker has not had the time to show a ticket. Look again after retry_at.", facts with { NextStep = NextStep.Wait }),
            DecisionOutcome.OutcomeUnknown => Problems.Refused(reason, "An attempt may have created a ticket. Wait, confirm its absence, or link the ticket.", facts with { NextStep = NextStep.Confirm }),
            DecisionOutcome.NothingInDoubt => Problems.Refused(reason, "No attempt is in doubt.", facts),
            DecisionOutcome.Duplicate => Problems.Refused(reason, "Another export of the source has the ticket or may get it.", facts with { NextStep = NextStep.OpenExisting }),
            DecisionOutcome.Superseded => Problems.Refused(reason, "The source was unlinked since and goes on in a higher generation.", facts),
            _ => Problems.Refused(reason, "The ledger holds no document for the export. Export the source again.", facts with { NextStep = NextStep.FixDocument }),
        };
    }
}
