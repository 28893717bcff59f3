using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Decides where a source goes from here. Pure, and gives exactly one answer.</summary>
internal static class ReviewDecisions
{
    public static ReviewDecision Of(ReviewFacts facts, FallbackOffer fallback)
    {
        if (fallback.IsOffered)
        {
            return ReviewDecision.PortableFile;
        }

        if (facts.IsGuardedByTicket)
        {
            return OfTicket(facts, facts.Holder!.Reference!);
        }

        return facts switch
        {
            { GuardRefusal: not ExportRefusal.None } => ReviewDecision.Retry,
            { Own.Record.Status: ExportStatus.Portable } => ReviewDecision.PortableFile,
            { Own: { Link: LinkState.None } } => ReviewDecision.Retry,
            { IsGuardKnown: false, Reference: not null } => ReviewDecision.OpenExisting,
            _ => ReviewDecision.Create,
        };
    }

    private static ReviewDecision OfTicket(ReviewFacts facts, ReviewedReference ticket) => ticket switch
    {
        { Link: LinkState.Broken } or { IsSyncUnclear: true } => ReviewDecision.RetrySync,
        _ when facts.WouldReplaceTicket => ReviewDecision.Create,
        _ when facts.WouldUpdateTicket => ReviewDecision.UpdateExisting,
        _ => ReviewDecision.OpenExisting,
    };
}
