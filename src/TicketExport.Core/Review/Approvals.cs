using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Review;

/// <summary>Decides on an approval by its review, and carries it out.</summary>
internal sealed class Approvals(ITicketExporter exporter, IOverrideAuthorizer authorizer)
{
    public static void ThrowIfUnusable(AuditStamp by)
    {
        ArgumentNullException.ThrowIfNull(by);
        LedgerRules.ThrowIfUnusable(new LinkCommand.Unlink("", "", by));
    }

    public async Task<ApprovalResult> DecideAsync(ApprovalRequest request, TicketReview review, CancellationToken cancellationToken)
    {
        if (ApprovalRules.Refuse(review, request.Override) is { } refused)
        {
            return refused;
        }

        var items = ApprovalRules.Overridden(review, request.Override);
        return items.IsEmpty || await AuthorizeAsync(request, review, items, cancellationToken).ConfigureAwait(false) is not { } denied
            ? await CarryOutAsync(request, review, items, cancellationToken).ConfigureAwait(false)
            : denied;
    }

    private async Task<ApprovalResult?> AuthorizeAsync(
        ApprovalRequest request,
        TicketReview review,
        ImmutableArray<ReadinessItem> items,
        CancellationToken cancellationToken)
    {
        var query = new OverrideQuery { Account = request.Export.Account, Source = review.Source, TargetId = review.TargetId, By = request.By, Items = items };
        return await authorizer.AuthorizeAsync(query, cancellationToken).ConfigureAwait(false) is OverrideDecision.Denied denied
            ? new ApprovalResult { Outcome = ApprovalOutcome.OverrideDenied, Review = review, Message = denied.Message }
            : null;
    }

    private async Task<ApprovalResult> CarryOutAsync(
        ApprovalRequest request,
        TicketReview review,
        ImmutableArray<ReadinessItem> items,
        CancellationToken cancellationToken)
    {
        var export = await exporter.EnqueueAsync(request.Export, cancellationToken).ConfigureAwait(false);
        return ApprovalRules.After(export, review) with { Overridden = [.. items.Select(static item => item.Key)] };
    }
}
