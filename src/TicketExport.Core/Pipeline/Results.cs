using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>Turns what the ledger says into what a caller gets. Pure.</summary>
internal static class Results
{
    public static ExportResult AlreadyExported(ExportRecord holder) => AlreadyExported(holder, FailureMap.Duplicate(holder));

    public static ExportResult AlreadyExported(ExportRecord holder, ExportFailure failure) =>
        Of(holder, ExportOutcome.AlreadyExported) with { Failure = failure };

    public static ExportResult OpenedExisting(ExportRecord holder) => Of(holder, ExportOutcome.OpenedExisting) with { Failure = null };

    public static ExportResult UpdatedExisting(ExportRecord holder) => Of(holder, ExportOutcome.UpdatedExisting) with { Failure = null };

    public static ExportResult InProgress(ExportRecord holder) => Of(holder, ExportOutcome.InProgress);

    public static ExportResult Enqueued(ExportRecord export) => Of(export, ExportOutcome.Enqueued);

    public static ExportResult Waiting(ExportRecord holder) =>
        Of(holder, holder.Status switch
        {
            ExportStatus.RetryScheduled => ExportOutcome.RetryScheduled,
            ExportStatus.Approved => ExportOutcome.Enqueued,
            _ => ExportOutcome.DeliveryUnknown,
        });

    public static ExportResult After(ExportRecord record, ExportClaim claim, ExportUpdate update) => Of(record, OutcomeOf(update)) with
    {
        Status = update.Status,
        Ticket = update.Ticket,
        RetryAt = update.RetryAt,
        Attempts = claim.AttemptNumber,
        Failure = update.Failure,
    };

    private static ExportOutcome OutcomeOf(ExportUpdate update) => update.Status switch
    {
        ExportStatus.Exported or ExportStatus.PartialFailed =>
            update.AttemptState == AttemptState.Adopted ? ExportOutcome.Adopted : ExportOutcome.Created,
        ExportStatus.RetryScheduled => ExportOutcome.RetryScheduled,
        ExportStatus.DeliveryUnknown => ExportOutcome.DeliveryUnknown,
        ExportStatus.Blocked => ExportOutcome.Blocked,
        _ => ExportOutcome.Failed,
    };

    private static ExportResult Of(ExportRecord record, ExportOutcome outcome) => new()
    {
        Outcome = outcome,
        Status = record.Status,
        ExportId = record.ExportId,
        TargetId = record.TargetId,
        Fingerprint = record.Fingerprint,
        IdempotencyKey = record.IdempotencyKey,
        Ticket = record.Ticket,
        RetryAt = record.RetryAt,
        Attempts = record.Attempts,
        Failure = record.Failure,
    };
}
