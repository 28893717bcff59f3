using System.Collections.Immutable;

namespace TicketExport.Review;

/// <summary>Says whether an approval may go ahead, and what came of one. Pure.</summary>
internal static class ApprovalRules
{
    /// <summary>Why nothing is approved; <see langword="null"/> when the approval may go ahead.</summary>
    public static ApprovalResult? Refuse(TicketReview review, ImmutableArray<ReadinessKey> overrides) => review switch
    {
        _ when review.Blocking.Where(item => !(item.IsOverridable && overrides.Contains(item.Key))).ToArray() is { Length: > 0 } standing =>
            Refused(StandsFor(review), review, MessageOf(standing, overrides)),
        { Verdict: ReviewVerdict.Stop, Decision: not ReviewDecision.UpdateExisting } => Refused(ApprovalOutcome.Duplicate, review, review.Message),
        { Decision: ReviewDecision.PortableFile } => Refused(
            ApprovalOutcome.PortableFile,
            review,
            $"{review.Fallback.Message} Nothing was approved; a person who wants a native ticket all the same decides so with ITicketDecisions.ApproveAsync."),
        _ => null,
    };

    /// <summary>The blocking items that an approval takes upon itself.</summary>
    public static ImmutableArray<ReadinessItem> Overridden(TicketReview review, ImmutableArray<ReadinessKey> overrides) =>
        [.. review.Blocking.Where(item => overrides.Contains(item.Key))];

    /// <summary>What the engine made of an approval, which it decides on anew.</summary>
    public static ApprovalResult After(ExportResult export, TicketReview review) => new()
    {
        Outcome = OutcomeOf(export.Outcome),
        Review = review,
        Export = export,
        Message = export.Failure?.Message ?? OutcomeOf(export.Outcome) switch
        {
            ApprovalOutcome.Approved => "The export is approved; a worker sends it.",
            ApprovalOutcome.Duplicate => "The source has a ticket, which stays as it is.",
            ApprovalOutcome.Updated => "The ticket that exists was brought to the document.",
            _ => "Another caller was faster; nothing was approved twice.",
        },
    };

    private static ApprovalOutcome OutcomeOf(ExportOutcome outcome) => outcome switch
    {
        ExportOutcome.Enqueued => ApprovalOutcome.Approved,
        ExportOutcome.UpdatedExisting => ApprovalOutcome.Updated,
        ExportOutcome.Blocked or ExportOutcome.Failed => ApprovalOutcome.Refused,
        ExportOutcome.AlreadyExported or ExportOutcome.OpenedExisting => ApprovalOutcome.Duplicate,
        _ => ApprovalOutcome.Overtaken,
    };

    private static ApprovalOutcome StandsFor(TicketReview review) => review.Verdict == ReviewVerdict.Stop && review.Blocking.All(static item => item.IsOverridable)
        ? ApprovalOutcome.Duplicate
        : ApprovalOutcome.Refused;

    private static string MessageOf(ReadinessItem[] standing, ImmutableArray<ReadinessKey> overrides)
    {
        var named = string.Join(" ", standing.Select(item => $"{ReviewText.Of(item.Key)}{(overrides.Contains(item.Key) ? " (nobody may override it)" : "")}: {item.Message}"));
        return $"Not approved, because of {standing.Length} item(s). {named}";
    }

    private static ApprovalResult Refused(ApprovalOutcome outcome, TicketReview review, string message) =>
        new() { Outcome = outcome, Review = review, Message = message };
}
