using System.Collections.Immutable;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Concludes a review from what was read. Pure, and total: every set of facts has exactly one review.</summary>
internal static class ReviewRules
{
    public static TicketReview Conclude(ReviewFacts facts)
    {
        var fallback = FallbackOffers.Of(facts);
        var decision = ReviewDecisions.Of(facts, fallback);
        var readiness = ReadinessRules.Of(facts, decision);
        var blocking = readiness.Where(static item => item.IsBlocking).ToImmutableArray();
        var (verdict, reason) = Judge(facts, decision, blocking);
        var steps = NextSteps.Of(facts, decision, verdict, blocking);
        return new TicketReview
        {
            Source = facts.Source,
            TargetId = facts.TargetId,
            ProviderKey = facts.ProviderKey,
            ReportLink = facts.ReportLink,
            ReviewedAt = facts.Now,
            Steps = ReviewSteps.Of(facts, decision, readiness),
            Exports = [.. facts.Exports.Select(ReviewHistory.Of)],
            Reference = facts.Reference,
            Readiness = readiness,
            Decision = decision,
            Fallback = fallback,
            Verdict = verdict,
            StopReason = reason?.StopReason ?? StopReason.None,
            Message = reason?.Message ?? MessageOf(facts, verdict),
            Owner = reason?.Owner ?? StepOwners.Of(steps[0]),
            NextSteps = steps,
            RetryAt = blocking.Max(static item => item.RetryAt),
        };
    }

    /// <summary>The verdict, and the item that gives it unless the ticket that exists does.</summary>
    private static (ReviewVerdict Verdict, ReadinessItem? Reason) Judge(ReviewFacts facts, ReviewDecision decision, ImmutableArray<ReadinessItem> blocking)
    {
        var unfit = blocking.FirstOrDefault(NextSteps.IsUnfit);
        return unfit is not null ? (ReviewVerdict.Stop, unfit)
            : facts.IsGuardedByTicket && facts.Holder!.Link == LinkState.Live && decision != ReviewDecision.Create ? (ReviewVerdict.Stop, null)
            : blocking.IsEmpty ? (ReviewVerdict.Ready, null)
            : (ReviewVerdict.StillBlocked, blocking[0]);
    }

    private static string MessageOf(ReviewFacts facts, ReviewVerdict verdict) => verdict == ReviewVerdict.Ready
        ? "Nothing holds the export up."
        : $"The source already has {ReviewText.Of(facts.Holder!.Reference!)}{(facts.Holder.Reference!.ProviderStatus == ProviderStatus.Done ? ", which is closed" : "")}. {(facts.WouldUpdateTicket ? "Update or open" : "Open")} that ticket instead of creating another.";
}
