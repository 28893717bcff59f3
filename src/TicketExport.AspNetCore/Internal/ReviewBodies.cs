using System.Collections.Immutable;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Writes reviews and readiness lists as bodies. Pure.</summary>
internal static class ReviewBodies
{
    public static ReviewBody Of(TicketReview review) => new()
    {
        SourceType = review.Source.Type,
        SourceId = review.Source.Id,
        TargetId = review.TargetId,
        ProviderKey = review.ProviderKey,
        ReportLink = review.ReportLink,
        ReviewedAt = review.ReviewedAt,
        Decision = review.Decision,
        Verdict = review.Verdict,
        StopReason = review.StopReason == StopReason.None ? null : review.StopReason,
        Message = review.Message,
        Owner = review.Owner,
        NextSteps = [.. review.NextSteps.Select(Words.Of)],
        RetryAt = review.RetryAt,
        Steps = [.. review.Steps.Select(static step => new ReviewStepBody { Stage = step.Stage, State = step.State, Message = step.Message })],
        Reference = Of(review.Reference),
        Exports = [.. review.Exports.Select(Of)],
        Readiness = Of(review.Readiness),
        Fallback = new() { IsOffered = review.Fallback.IsOffered, Reason = review.Fallback.Reason, Message = review.Fallback.Message },
    };

    public static ImmutableArray<ReadinessItemBody> Of(ImmutableArray<ReadinessItem> items) => [.. items.Select(static item => new ReadinessItemBody
    {
        Key = item.Key,
        State = item.State,
        IsBlocking = item.IsBlocking,
        IsOverridable = item.IsOverridable,
        Message = item.Message,
        Owner = item.Owner,
        NextStep = item.NextStep,
        Setting = item.Setting,
        HelpLink = item.HelpLink,
        TargetId = item.TargetId,
        ExportId = item.ExportId,
        RetryAt = item.RetryAt,
    })];

    private static ReviewedExportBody Of(ReviewedExport export) => new()
    {
        ExportId = export.Record.ExportId,
        TargetId = export.Record.TargetId,
        ProviderKey = export.Record.ProviderKey,
        Generation = export.Record.Generation,
        Status = export.Summary.Word,
        SyncNote = export.Summary.SyncNote,
        ExportStatus = export.Record.Status,
        RetryAt = export.Record.RetryAt,
        Failure = ExportBodies.Of(export.Record.Failure),
        Reference = Of(export.Reference),
    };

    private static ReferenceBody? Of(ReviewedReference? reference) => reference is null ? null : new()
    {
        ExportId = reference.ExportId,
        TargetId = reference.TargetId,
        ProviderKey = reference.ProviderKey,
        ProviderTicketId = reference.Ticket.ProviderTicketId,
        ExternalIssueId = reference.Ticket.ExternalIssueId,
        ExternalTicketUrl = reference.Ticket.Url?.AbsoluteUri,
        Link = reference.Link,
        ProviderStatus = reference.ProviderStatus,
        RawStatus = reference.RawStatus,
        StatusSyncStatus = reference.StatusSyncStatus,
        LastSyncedAt = reference.LastSyncedAt,
    };
}
