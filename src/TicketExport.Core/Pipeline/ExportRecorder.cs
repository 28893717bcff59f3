using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Diagnostics;
using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>The end of a claim: writes what it came to, once, if it is still the newest.</summary>
internal sealed partial class ExportRecorder(
    AttemptLedger attempts,
    ITargetLedger targets,
    ExportResults results,
    ExportTelemetry telemetry,
    ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ExportRecorder>();

    /// <summary>
    /// Writes what happened even when the caller cancelled meanwhile: between "created at the tracker" and "recorded here"
    /// nothing may get lost.
    /// </summary>
    public async Task<ExportResult> RecordAsync(ClaimedExport work, ExportUpdate update, CancellationToken cancellationToken)
    {
        var (record, claim) = (work.Record, work.Claim);
        update = update with { RetryAt = LedgerTime.Ceiling(update.RetryAt) };
        if (!await attempts.RecordAsync(claim, update).ConfigureAwait(false))
        {
            return Overtaken(record, claim);
        }

        await TellDisabledAsync(record, update).ConfigureAwait(false);
        if (update.Status == ExportStatus.DeliveryUnknown)
        {
            CountFirst(work);
            LogDeliveryUnknown(record.ExportId, record.TargetId, claim.AttemptNumber);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return results.After(record, claim, update);
    }

    /// <summary>Begins another attempt under a claim that was given to reconcile; see <see cref="IExportLedger.BeginAttemptAsync"/>.</summary>
    public Task<ExportClaim?> BeginAgainAsync(ExportClaim claim, CancellationToken cancellationToken) => attempts.BeginAgainAsync(claim, cancellationToken);

    private ExportResult Overtaken(ExportRecord record, ExportClaim claim)
    {
        LogOvertaken(record.ExportId, claim.FencingToken);
        return results.InProgress(record);
    }

    /// <summary>Counts an attempt whose worker was not heard of again, once: at the claim that takes over.</summary>
    public void CountLeftBehind(ClaimedExport work) => telemetry.CountDeliveryUnknown(work.Export.Provider.Sheet.Key);

    // The ledger decides on it with the outcome; a failure alone can have done it.
    private async Task TellDisabledAsync(ExportRecord record, ExportUpdate update)
    {
        if (update.TargetSignal == TargetSignal.Gone || (update is { TargetSignal: TargetSignal.Fails, DisableTargetAfter: not null }))
        {
            var state = await targets.FindTargetStateAsync(new TargetKey(record.Account.Id, record.TargetId), CancellationToken.None).ConfigureAwait(false);
            if (state is { IsDisabled: true, Newest: { } disabled })
            {
                LogTargetDisabled(record.TargetId, disabled.Cause, disabled.By.Reason);
            }
        }
    }

    // A later look-up that settles nothing finds the attempt as unknown, and it is not counted again.
    private void CountFirst(ClaimedExport work)
    {
        if (work.Attempt == AttemptState.Sending)
        {
            telemetry.CountDeliveryUnknown(work.Export.Provider.Sheet.Key);
        }
    }

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Export {ExportId} to {TargetId}: outcome of attempt {Attempt} is unknown. It is settled before anything is sent again.")]
    private partial void LogDeliveryUnknown(string exportId, string targetId, int attempt);

    [LoggerMessage(EventId = 1056, Level = LogLevel.Warning, Message = "Target {TargetId} is disabled because of {Cause}: {Reason} Nothing is sent to it until somebody enables it.")]
    private partial void LogTargetDisabled(string targetId, TargetSwitchCause cause, string reason);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "Export {ExportId}: the claim with fencing token {FencingToken} was overtaken; its outcome is left to the newer claim.")]
    private partial void LogOvertaken(string exportId, long fencingToken);
}
