using System.Collections.Immutable;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Writes exports and attempts as bodies. Pure.</summary>
internal static class ExportBodies
{
    public static ExportBody Of(ExportRecord export, TicketSync? sync, TicketExportOptions options, DateTimeOffset now)
    {
        var hasTicket = LinkBodies.HasTicket(export);
        var status = hasTicket ? SyncRules.StatusOf(sync, options.StatusFreshness, now) : (StatusSyncStatus?)null;
        var summary = ExportSummary.Of(AxesOf(export, sync, status));
        return Fixed(export, summary) with
        {
            SyncState = hasTicket ? LinkBodies.StateOf(export, sync) : null,
            StatusSyncStatus = status,
            ProviderStatus = summary.ProviderStatus,
            RawStatus = hasTicket ? sync?.RawStatus : null,
            LastSyncedAt = sync?.LastSyncedAt,
            IsFallbackEligible = FallbackRules.IsEligible(export, options, now),
            Failure = Of(export.Failure),
            SyncFailure = hasTicket ? Of(sync?.WriteFailure ?? sync?.Failure) : null,
        };
    }

    public static AttemptBody Of(AttemptRecord attempt) => new()
    {
        Number = attempt.Number,
        State = attempt.State,
        StartedAt = attempt.StartedAt,
        EndedAt = attempt.EndedAt,
        Failure = Of(attempt.Failure),
    };

    public static FailureBody? Of(ExportFailure? failure) => failure is null ? null : new()
    {
        Code = failure.Code,
        SubCode = failure.SubCode,
        Reason = failure.Reason,
        Message = failure.Message,
        NextStep = failure.NextStep,
        Setting = failure.Setting,
        HelpLink = failure.HelpLink,
        ProviderErrorCode = failure.ProviderErrorCode,
        ReceiverCode = failure.ReceiverCode,
        ProviderResponseCode = failure.ProviderResponseCode,
        IsTransient = failure.IsTransient,
        Fields = Problems.FieldsOf(failure.Violations),
    };

    public static ImmutableArray<ExportBody> Of(ImmutableArray<ExportRecord> exports, ImmutableArray<TicketSync> syncs, TicketExportOptions options, DateTimeOffset now)
    {
        var byId = syncs.ToDictionary(static sync => sync.ExportId, StringComparer.Ordinal);
        return [.. exports.Select(export => Of(export, byId.GetValueOrDefault(export.ExportId), options, now))];
    }

    private static ExportBody Fixed(ExportRecord export, ExportSummary summary) => new()
    {
        ExportId = export.ExportId,
        SourceType = export.Source.Type,
        SourceId = export.Source.Id,
        ReportId = export.ReportId,
        ProjectId = export.Account.ProjectId,
        TargetId = export.TargetId,
        ProviderKey = export.ProviderKey,
        DuplicateFingerprint = export.Fingerprint.Value,
        IdempotencyKey = export.IdempotencyKey.Value,
        Generation = export.Generation,
        Status = summary.Word,
        SyncNote = summary.SyncNote,
        ExportStatus = export.Status,
        Link = export.Link,
        MappingStatus = export.MappingStatus,
        ProviderTicketId = export.Ticket?.ProviderTicketId,
        ExternalIssueId = export.Ticket?.ExternalIssueId,
        ExternalTicketUrl = export.Ticket?.Url?.AbsoluteUri,
        PortableExportPath = export.PortablePath,
        AttemptCount = export.Attempts,
        CreatedAt = export.CreatedAt,
        UpdatedAt = export.UpdatedAt,
        ApprovedAt = export.ApprovedAt,
        LinkedAt = export.LinkedAt,
        RetryAt = export.RetryAt,
    };

    private static ExportAxes AxesOf(ExportRecord export, TicketSync? sync, StatusSyncStatus? status) => new()
    {
        ExportStatus = export.Status,
        Link = sync is { IsMissing: true } && export.Link == LinkState.Live ? LinkState.Broken : export.Link,
        ProviderStatus = sync?.Status ?? ProviderStatus.Unknown,
        SyncState = sync?.SyncState ?? SyncState.Unknown,
        StatusSyncStatus = status ?? StatusSyncStatus.Never,
        MappingStatus = export.MappingStatus,
    };
}
