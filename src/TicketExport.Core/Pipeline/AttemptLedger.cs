using TicketExport.Ledger;
using TicketExport.Notifications;

namespace TicketExport.Pipeline;

/// <summary>The writes under a claim: a further attempt, and what came of it, which the host is told where it asked for that.</summary>
internal sealed class AttemptLedger(IExportLedger ledger, NotificationHandlers handlers, NotificationSignal signal)
{
    public Task<ExportClaim?> BeginAgainAsync(ExportClaim claim, CancellationToken cancellationToken) =>
        ledger.BeginAttemptAsync(claim, cancellationToken);

    /// <summary>
    /// Writes what happened, and is not cancelled: between "created at the tracker" and "recorded here" nothing may get lost.
    /// </summary>
    public async Task<bool> RecordAsync(ExportClaim claim, ExportUpdate outcome)
    {
        var update = outcome with { Notify = handlers.AreThere };
        var isRecorded = await ledger.RecordAsync(claim, update, CancellationToken.None).ConfigureAwait(false);
        if (isRecorded && LedgerRules.IsTold(update))
        {
            signal.Wake();
        }

        return isRecorded;
    }
}
