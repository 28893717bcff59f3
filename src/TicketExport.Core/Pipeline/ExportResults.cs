using Microsoft.Extensions.Options;
using TicketExport.Decisions;
using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>Turns what the ledger says into what a caller gets.</summary>
internal sealed class ExportResults(IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    /// <summary>For an export that was due and is blocked by the ticket from now on.</summary>
    public ExportResult StoppedByTicket(ExportRecord holder) =>
        Of(holder, ExportOutcome.AlreadyExported) with { Failure = FailureMap.DuplicateBlocked(holder) };

    public ExportResult InProgress(ExportRecord holder) => Of(holder, ExportOutcome.InProgress);

    public ExportResult Enqueued(ExportRecord export) => Of(export, ExportOutcome.Enqueued);

    public ExportResult Blocked(ExportRecord export) => Of(export, ExportOutcome.Blocked);

    public ExportResult Waiting(ExportRecord holder) =>
        Of(holder, holder.Status switch
        {
            ExportStatus.RetryScheduled => ExportOutcome.RetryScheduled,
            ExportStatus.Approved => ExportOutcome.Enqueued,
            _ => ExportOutcome.DeliveryUnknown,
        });

    /// <summary>For an export that a disabled target stops, or keeps waiting where it waited before.</summary>
    public ExportResult Disabled(PreparedExport export, ExportRecord? record, TargetSwitch disabled)
    {
        var failure = FailureMap.TargetDisabled(disabled);
        return record switch
        {
            null => new() { Outcome = ExportOutcome.Blocked, Status = ExportStatus.Blocked, TargetId = export.Target.Id, Fingerprint = export.Fingerprint, Failure = failure },
            { Status: ExportStatus.DeliveryUnknown or ExportStatus.Delivering } => Of(record, ExportOutcome.DeliveryUnknown) with { Failure = failure },
            _ => Of(record, ExportOutcome.Blocked) with { Failure = failure },
        };
    }

    public ExportResult After(ExportRecord record, ExportClaim claim, ExportUpdate update) =>
        Of(LedgerRules.After(record, update, time.GetUtcNow()), OutcomeOf(update)) with { Attempts = claim.AttemptNumber };

    private static ExportOutcome OutcomeOf(ExportUpdate update) => update.Status switch
    {
        ExportStatus.Exported or ExportStatus.PartialFailed =>
            update.AttemptState == AttemptState.Adopted ? ExportOutcome.Adopted : ExportOutcome.Created,
        ExportStatus.RetryScheduled => ExportOutcome.RetryScheduled,
        ExportStatus.DeliveryUnknown => ExportOutcome.DeliveryUnknown,
        ExportStatus.Blocked => ExportOutcome.Blocked,
        _ => ExportOutcome.Failed,
    };

    private ExportResult Of(ExportRecord record, ExportOutcome outcome) =>
        Results.Of(record, outcome) with { IsFallbackEligible = FallbackRules.IsEligible(record, options.CurrentValue, time.GetUtcNow()) };
}
