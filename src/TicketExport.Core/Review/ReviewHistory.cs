using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Shows earlier exports and their attempts in one shape. Pure.</summary>
internal static class ReviewHistory
{
    public static ReviewedExport Of(ExportFacts export) => new()
    {
        Record = export.Record,
        Summary = ExportSummary.Of(new ExportAxes
        {
            ExportStatus = export.Record.Status,
            Link = export.Link,
            ProviderStatus = export.Reference?.ProviderStatus ?? ProviderStatus.Unknown,
            SyncState = export.SyncState,
            StatusSyncStatus = export.Reference?.StatusSyncStatus ?? StatusSyncStatus.Unknown,
            MappingStatus = export.Record.MappingStatus,
        }),
        Reference = export.Reference,
        Attempts = [.. export.Attempts.Select((attempt, index) => Of(export, attempt, isNewest: index == export.Attempts.Length - 1))],
    };

    private static ReviewedAttempt Of(ExportFacts export, AttemptRecord attempt, bool isNewest)
    {
        var record = export.Record;
        var made = attempt.State is AttemptState.Created or AttemptState.Adopted ? export.Reference : null;
        var unfiled = isNewest && made is null ? record.PortableFailure : null;
        return new ReviewedAttempt
        {
            ExportId = record.ExportId,
            Number = attempt.Number,
            State = attempt.State,
            StartedAt = attempt.StartedAt,
            EndedAt = attempt.EndedAt,
            ReportId = record.ReportId,
            ProviderKey = record.ProviderKey,
            ExportStatus = isNewest ? record.Status : StatusAfter(attempt),
            Fingerprint = record.Fingerprint,
            IdempotencyKey = record.IdempotencyKey,
            Verdict = unfiled is null ? AttemptVerdicts.Of(attempt, made) : AttemptVerdict.PortableFailure,
            Failure = attempt.Failure ?? made?.SyncFailure,
            MappingStatus = isNewest ? record.MappingStatus : MappingAfter(attempt),
            RetryAfter = isNewest ? record.RetryAt : null,
            PortableExportPath = isNewest ? record.PortablePath : null,
            PortableExportFormat = isNewest ? record.PortableFormat : null,
            PortableFailure = unfiled,
            ExternalTicketUrl = made?.Ticket.Url,
            StatusSyncStatus = made?.StatusSyncStatus,
            IsFallbackEligible = isNewest && export.IsFallbackEligible,
        };
    }

    private static ExportStatus StatusAfter(AttemptRecord attempt) => attempt.State switch
    {
        AttemptState.Sending => ExportStatus.Delivering,
        AttemptState.Unknown => ExportStatus.DeliveryUnknown,
        AttemptState.Created or AttemptState.Adopted => ExportStatus.Exported,
        AttemptState.NotSent or AttemptState.RateLimited or AttemptState.NotCreated => ExportStatus.RetryScheduled,
        AttemptState.Blocked => ExportStatus.Blocked,
        _ => ExportStatus.Failed,
    };

    // Whatever reached a tracker had its required fields; an attempt that was stopped for another reason says nothing of them.
    private static MappingStatus MappingAfter(AttemptRecord attempt) => attempt switch
    {
        { Failure.Code: ExportCodes.MappingRequired } => MappingStatus.Incomplete,
        { State: AttemptState.None or AttemptState.Blocked } => MappingStatus.Unchecked,
        _ => MappingStatus.Complete,
    };
}
