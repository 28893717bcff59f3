using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>Turns what the ledger says of a ticket that exists into what a caller gets. Pure: no file takes the place of such a ticket.</summary>
internal static class Results
{
    public static ExportResult AlreadyExported(ExportRecord holder) => AlreadyExported(holder, FailureMap.Duplicate(holder));

    public static ExportResult AlreadyExported(ExportRecord holder, ExportFailure failure) =>
        Of(holder, ExportOutcome.AlreadyExported) with { Failure = failure };

    public static ExportResult OpenedExisting(ExportRecord holder) => Of(holder, ExportOutcome.OpenedExisting) with { Failure = null };

    public static ExportResult UpdatedExisting(ExportRecord holder) => Of(holder, ExportOutcome.UpdatedExisting) with { Failure = null };

    public static ExportResult InProgress(ExportRecord holder) => Of(holder, ExportOutcome.InProgress);

    public static ExportResult Of(ExportRecord record, ExportOutcome outcome) => new()
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
