using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Comments;

/// <summary>Reads what a try to send a comment came to, and plans the next one.</summary>
internal sealed class CommentVerdicts(RetryClock clock, IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    public CommentUpdate Of(CommentOutcome outcome, CommentClaim claim, TargetConnection connection) => outcome switch
    {
        CommentOutcome.Posted posted => CommentTexts.IsId(posted.CommentId)
            ? new CommentUpdate.Posted(posted.CommentId) { Echo = EchoOf(posted), EchoId = NewId() }
            : Doubt(CommentFailures.UnusableId, claim, connection),
        CommentOutcome.Rejected rejected => NotAdded(rejected, claim, connection),
        CommentOutcome.Unknown unknown => Doubt(unknown.Fault, claim, connection),
        _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a comment."),
    };

    /// <summary>Nothing was called, for a reason on this side that may pass.</summary>
    public CommentUpdate NotCalled(ExportFailure failure, CommentClaim claim) =>
        new CommentUpdate.NotAdded(failure, IsSpent(claim) ? null : clock.NextTry(claim.Tries));

    /// <summary>When the comment was first tried; a ledger that was restored from a backup does not know.</summary>
    public DateTimeOffset? FirstTryOf(CommentClaim claim) => options.CurrentValue.LedgerRestoredAt is null ? claim.FirstTriedAt : null;

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    private CommentUpdate.NotAdded NotAdded(CommentOutcome.Rejected rejected, CommentClaim claim, TargetConnection connection)
    {
        var failure = CommentFailures.Of(rejected.Fault, connection);
        var isForAll = rejected.Until is not null || rejected.Fault.Reason == FailureReason.RateLimited;

        // A tracker that asks to wait refuses nothing, however often.
        DateTimeOffset? retryAt = isForAll || (failure.IsTransient && !IsSpent(claim)) ? clock.NextTry(claim.Tries, rejected.Until) : null;
        return new(failure, retryAt) { PauseTargetUntil = isForAll ? retryAt : null };
    }

    // Asking too early would take a lag of the tracker for an absence.
    private CommentUpdate.InDoubt Doubt(ProviderFault fault, CommentClaim claim, TargetConnection connection)
    {
        var sheet = connection.Provider.Sheet;
        var failure = CommentFailures.Of(fault, connection);
        if (!sheet.RepeatsComments || IsSpent(claim))
        {
            return new(failure with { NextStep = NextStep.Confirm }, RetryAt: null);
        }

        var (next, settled) = (clock.NextTry(claim.Tries), time.GetUtcNow() + sheet.SettleWindow);
        return new(failure with { NextStep = NextStep.Wait }, next > settled ? next : settled);
    }

    private bool IsSpent(CommentClaim claim) =>
        claim.Tries >= options.CurrentValue.MaxAttempts || time.GetUtcNow() - claim.FirstTriedAt >= options.CurrentValue.MaxRetryAge;

    private static ExternalComment? EchoOf(CommentOutcome.Posted posted) => posted.Echo is { } echo && CommentTexts.IsId(echo.CommentId)
        ? echo with { Author = CommentTexts.Author(echo.Author), Text = CommentTexts.Text(echo.Text) }
        : null;
}
