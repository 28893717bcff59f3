using System.Collections.Immutable;

namespace TicketExport.Review;

/// <summary>Tells the steps of a review in their fixed order. Pure.</summary>
internal static class ReviewSteps
{
    public static ImmutableArray<ReviewStep> Of(ReviewFacts facts, ReviewDecision decision, ImmutableArray<ReadinessItem> readiness)
    {
        var source = StepOf(ReviewStage.Source, readiness, ReadinessKey.SourceIdentifiersVisible);
        ReviewStep[] later = source.State == ReviewState.Met
            ?
            [
                Reference(facts, readiness),
                StepOf(ReviewStage.SyncCheck, readiness, ReadinessKey.SyncFresh),
                StepOf(ReviewStage.DuplicateDecision, readiness, ReadinessKey.DuplicateKnown),
            ]
            :
            [
                Unreached(ReviewStage.ExistingReference),
                Unreached(ReviewStage.SyncCheck),
                Unreached(ReviewStage.DuplicateDecision),
            ];
        return [source, .. later, new(ReviewStage.NextStep, ReviewState.Met, MessageOf(decision))];
    }

    // That a source has no ticket yet is an answer, and no fault.
    private static ReviewStep Reference(ReviewFacts facts, ImmutableArray<ReadinessItem> readiness)
    {
        var step = StepOf(ReviewStage.ExistingReference, readiness, ReadinessKey.ReferenceVisible);
        return facts.Reference is null && !readiness.First(static item => item.Key == ReadinessKey.ReferenceVisible).IsBlocking
            ? step with { State = ReviewState.Met }
            : step;
    }

    private static ReviewStep StepOf(ReviewStage stage, ImmutableArray<ReadinessItem> readiness, ReadinessKey key)
    {
        var item = readiness.First(item => item.Key == key);
        return new(stage, item.State, item.Message);
    }

    private static ReviewStep Unreached(ReviewStage stage) => new(stage, ReviewState.NotChecked, "Without its identifiers the source cannot be looked up.");

    private static string MessageOf(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Create => "Create a ticket.",
        ReviewDecision.Retry => "Go on with the export that exists.",
        ReviewDecision.RetrySync => "Bring the sync of the ticket that exists up to date.",
        ReviewDecision.OpenExisting => "Open the ticket that exists.",
        ReviewDecision.UpdateExisting => "Bring the ticket that exists to the document.",
        ReviewDecision.PortableFile => "Hand over a file.",
        _ => throw new InvalidOperationException($"{decision} is not a decision of a review."),
    };
}
