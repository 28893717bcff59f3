using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Review;

/// <summary>Decides on an approval by its review, and carries it out.</summary>
internal sealed partial class Approvals(
    ExportEnqueuer enqueuer,
    HostLinks links,
    IDecisionLedger ledger,
    IOverrideAuthorizer authorizer,
    ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<Approvals>();

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
        await NoteAsync(request, items, cancellationToken).ConfigureAwait(false);
        var export = await enqueuer.EnqueueAsync(request.Export, request.By, cancellationToken).ConfigureAwait(false);
        return ApprovalRules.After(links.Advise(export, request.Export.Account.Id), review) with { Overridden = [.. items.Select(static item => item.Key)] };
    }

    // Before it takes effect: an override that came to nothing may be in the audit, one that is missing there may not be.
    private async Task NoteAsync(ApprovalRequest request, ImmutableArray<ReadinessItem> items, CancellationToken cancellationToken)
    {
        if (items.IsEmpty)
        {
            return;
        }

        ImmutableArray<DecisionCommand> notes =
        [
            .. items.GroupBy(static item => item.ExportId!).Select(about => new DecisionCommand.NoteOverride(
                request.Export.Account.Id,
                about.Key,
                string.Join(' ', about.Select(static item => ReviewText.Of(item.Key))),
                request.By)),
        ];
        await ledger.DecideAsync(notes, cancellationToken).ConfigureAwait(false);
        LogOverridden(request.Export.TargetId, string.Join(' ', items.Select(static item => ReviewText.Of(item.Key))));
    }

    [LoggerMessage(EventId = 1060, Level = LogLevel.Warning, Message = "An export to {TargetId} is approved although its review blocked; overridden: {Items}. The audit says by whom and why.")]
    private partial void LogOverridden(string targetId, string items);
}
