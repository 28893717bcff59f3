using TicketExport.Ledger;

namespace TicketExport.Review;

internal sealed class TicketReviews(ReviewReader reader, Approvals approvals, TimeProvider time) : ITicketReviews
{
    public async Task<TicketReview> ReviewAsync(ReviewRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfIncomplete(request.Export);
        return ReviewRules.Conclude(await reader.ReadAsync(request, time.GetUtcNow(), cancellationToken).ConfigureAwait(false));
    }

    public async Task<ApprovalResult> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfIncomplete(request.Export);
        LedgerRules.ThrowIfUnusable(request.By);
        var review = await ReviewAsync(new ReviewRequest { Export = request.Export, MayAskTracker = request.MayAskTracker }, cancellationToken).ConfigureAwait(false);
        return await approvals.DecideAsync(request, review, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfIncomplete(ExportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Account);
        ArgumentNullException.ThrowIfNull(request.TargetId);
        ArgumentNullException.ThrowIfNull(request.Document);
    }
}
