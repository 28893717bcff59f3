using System.Collections.Immutable;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Lists the steps that can be taken after a review, the advised one first. Pure.</summary>
internal static class NextSteps
{
    public static ImmutableArray<NextStep> Of(
        ReviewFacts facts,
        ReviewDecision decision,
        ReviewVerdict verdict,
        ImmutableArray<ReadinessItem> blocking)
    {
        var steps = verdict switch
        {
            ReviewVerdict.Ready => [decision == ReviewDecision.PortableFile ? NextStep.UsePortableFile : NextStep.Approve],
            ReviewVerdict.Stop when !IsUnfit(blocking) => OfTicket(facts, decision),
            ReviewVerdict.Stop => blocking.Where(IsUnfit).Select(static item => item.NextStep),
            _ => blocking.Select(static item => item.NextStep).Concat(OfFile(decision)),
        };
        return [.. steps.Concat(OfFinding(facts)).Distinct()];
    }

    public static bool IsUnfit(ReadinessItem item) => item.Key is ReadinessKey.ContentSafe or ReadinessKey.TargetSuitable;

    private static bool IsUnfit(ImmutableArray<ReadinessItem> blocking) => blocking.Any(IsUnfit);

    private static IEnumerable<NextStep> OfTicket(ReviewFacts facts, ReviewDecision decision)
    {
        if (decision == ReviewDecision.RetrySync)
        {
            foreach (var step in OfSync(facts.Holder!.Reference!, facts.Now))
            {
                yield return step;
            }
        }

        if (facts.WouldUpdateTicket)
        {
            yield return NextStep.UpdateExisting;
        }

        yield return NextStep.OpenExisting;
    }

    // Reading again and connecting again are both at hand after a failure; which of them helps is shown by what went wrong.
    private static NextStep[] OfSync(ReviewedReference ticket, DateTimeOffset now) => ticket.StatusSyncStatus switch
    {
        _ when ticket.SyncRetryAt > now => [NextStep.Wait],
        StatusSyncStatus.Disconnected => [NextStep.Reconnect, NextStep.RetrySync],
        StatusSyncStatus.Failed => [NextStep.RetrySync, NextStep.Reconnect],
        _ => [NextStep.RetrySync],
    };

    private static IEnumerable<NextStep> OfFile(ReviewDecision decision) =>
        decision == ReviewDecision.PortableFile ? [NextStep.UsePortableFile] : [];

    // The outside team is done: what that is worth is shown by evidence, never by the ticket.
    private static IEnumerable<NextStep> OfFinding(ReviewFacts facts) =>
        facts.Reference is { ProviderStatus: ProviderStatus.Done } ? [NextStep.CheckEvidence] : [];
}
