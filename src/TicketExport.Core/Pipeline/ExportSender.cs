using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>What happens under a claim: reconcile, send, record.</summary>
internal sealed partial class ExportSender(
    IExportLedger ledger,
    ProviderCaller caller,
    ExportTransition transition,
    TimeProvider time,
    ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ExportSender>();

    public Task<ExportResult> SendAsync(PreparedExport export, ClaimResult.ToSend claimed, CancellationToken cancellationToken) =>
        SendAsync(export, claimed, isRepeat: false, cancellationToken);

    private async Task<ExportResult> SendAsync(PreparedExport export, ClaimResult.ToSend claimed, bool isRepeat, CancellationToken cancellationToken)
    {
        var (claim, record) = (claimed.Claim, claimed.Export);
        if (caller.BudgetOf(claim, export.Provider) is not { } budget)
        {
            return await RecordAsync(record, claim, transition.RepeatLater(export, LeaseTooShort, claim.AttemptNumber, isRepeat), cancellationToken).ConfigureAwait(false);
        }

        var startedAt = time.GetUtcNow();
        var outcome = await caller.CreateAsync(export.Provider, CreateRequestOf(export, record, claim), budget, cancellationToken).ConfigureAwait(false);
        if (outcome is CreateOutcome.Unknown unknown
            && export.Provider.Sheet.SettleWindow == TimeSpan.Zero
            && !cancellationToken.IsCancellationRequested)
        {
            return await SettleAsync(export, claimed, unknown.Fault, startedAt, cancellationToken).ConfigureAwait(false);
        }

        var update = isRepeat
            ? transition.AfterRepeat(outcome, export, claim.AttemptNumber)
            : transition.After(outcome, export, claim.AttemptNumber);
        return await RecordAsync(record, claim, update, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks up at once what a try of unknown outcome did, at a tracker whose look-up needs no waiting.</summary>
    private async Task<ExportResult> SettleAsync(
        PreparedExport export,
        ClaimResult.ToSend claimed,
        ProviderFault cause,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken)
    {
        var (claim, record) = (claimed.Claim, claimed.Export);
        if (caller.BudgetOf(claim, export.Provider) is not { } budget)
        {
            return await RecordAsync(record, claim, ExportTransition.LookUpLater(export, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        }

        var found = await caller.FindAsync(export.Provider, FindRequestOf(export, record, startedAt), budget, cancellationToken).ConfigureAwait(false);
        var update = transition.After(found, export, claim.AttemptNumber)
            ?? transition.RepeatLater(export, cause, claim.AttemptNumber, found is FindOutcome.Repeatable);
        return await RecordAsync(record, claim, update, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ExportResult> ReconcileAsync(PreparedExport export, ClaimResult.ToReconcile claimed, CancellationToken cancellationToken)
    {
        var (claim, record, attempt) = (claimed.Claim, claimed.Export, claimed.OpenAttempt);
        var settledAt = ExportTransition.SettledAt(attempt, export.Provider.Sheet);
        if (settledAt > time.GetUtcNow() || caller.BudgetOf(claim, export.Provider) is not { } budget)
        {
            return await RecordAsync(record, claim, ExportTransition.LookUpLater(export, settledAt), cancellationToken).ConfigureAwait(false);
        }

        var found = await caller.FindAsync(export.Provider, FindRequestOf(export, record, attempt.StartedAt), budget, cancellationToken).ConfigureAwait(false);
        if (transition.After(found, export, claim.AttemptNumber) is { } update)
        {
            return await RecordAsync(record, claim, update, cancellationToken).ConfigureAwait(false);
        }

        return await ledger.BeginAttemptAsync(claim, cancellationToken).ConfigureAwait(false) is { } next
            ? await SendAsync(export, new ClaimResult.ToSend(next, record with { Attempts = next.AttemptNumber }), found is FindOutcome.Repeatable, cancellationToken).ConfigureAwait(false)
            : Overtaken(record, claim);
    }

    /// <summary>
    /// Writes what happened even when the caller cancelled meanwhile: between "created at the tracker" and "recorded here"
    /// nothing may get lost.
    /// </summary>
    private async Task<ExportResult> RecordAsync(ExportRecord record, ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken)
    {
        update = update with { RetryAt = LedgerTime.Ceiling(update.RetryAt) };
        if (!await ledger.RecordAsync(claim, update, CancellationToken.None).ConfigureAwait(false))
        {
            return Overtaken(record, claim);
        }

        if (update.Status == ExportStatus.DeliveryUnknown)
        {
            LogDeliveryUnknown(record.ExportId, record.TargetId, claim.AttemptNumber);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Results.After(record, claim, update);
    }

    private ExportResult Overtaken(ExportRecord record, ExportClaim claim)
    {
        LogOvertaken(record.ExportId, claim.FencingToken);
        return Results.InProgress(record);
    }

    private static CreateTicketRequest CreateRequestOf(PreparedExport export, ExportRecord record, ExportClaim claim) => new()
    {
        Account = export.Account,
        Target = export.Target,
        Credential = export.Credential,
        Document = export.Document,
        Body = export.Body,
        Keys = export.KeysOf(record.Generation),
        Attempt = claim.AttemptNumber,
    };

    private static FindTicketRequest FindRequestOf(PreparedExport export, ExportRecord record, DateTimeOffset startedAt) => new()
    {
        Account = export.Account,
        Target = export.Target,
        Credential = export.Credential,
        Keys = export.KeysOf(record.Generation),
        AttemptStartedAt = startedAt,
    };

    private static ProviderFault LeaseTooShort => new()
    {
        Reason = FailureReason.Timeout,
        Message = "Too little of the lease was left to send. Nothing was sent; raise TicketExport:LeaseDuration if this repeats.",
    };

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Export {ExportId} to {TargetId}: outcome of attempt {Attempt} is unknown. It is settled before anything is sent again.")]
    private partial void LogDeliveryUnknown(string exportId, string targetId, int attempt);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "Export {ExportId}: the claim with fencing token {FencingToken} was overtaken; its outcome is left to the newer claim.")]
    private partial void LogOvertaken(string exportId, long fencingToken);
}
