using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Worker;

namespace TicketExport.Comments;

/// <summary>Brings a claimed comment to its ticket and records what came of it. The intent is on record before it is called.</summary>
internal sealed partial class CommentSender(
    ICommentLedger ledger,
    AbilityCaller caller,
    CommentVerdicts verdicts,
    WorkSignal signal,
    TimeProvider time,
    ILoggerFactory? loggers = null)
{
    private static readonly TimeSpan RecordingMargin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastBudget = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<CommentSender>();

    /// <param name="claim">The claim.</param>
    /// <param name="route">The way to the ticket.</param>
    /// <param name="text">The text as the gate let it pass.</param>
    /// <param name="cancellationToken">Cancels the call; its end is recorded all the same.</param>
    public async Task<CommentResult> SendAsync(CommentClaim claim, CommentRoute route, string text, CancellationToken cancellationToken)
    {
        var connection = route.Connection;
        var sheet = connection.Provider.Sheet;
        if (claim.IsInDoubt && !sheet.RepeatsComments)
        {
            return await RecordAsync(claim, route, new CommentUpdate.InDoubt(CommentFailures.CutOff(connection), RetryAt: null)).ConfigureAwait(false);
        }

        var left = claim.LeaseUntil - sheet.SettleWindow - time.GetUtcNow() - RecordingMargin;
        var budget = left < sheet.Timeout ? left : sheet.Timeout;
        if (budget < LeastBudget)
        {
            var tooShort = CommentFailures.Of(CommentFailures.LeaseTooShort, connection);
            return await RecordAsync(claim, route, verdicts.NotCalled(tooShort, claim)).ConfigureAwait(false);
        }

        var request = new AddCommentRequest
        {
            Account = route.Export.Account,
            Target = connection.Target,
            Credential = connection.Credential,
            Ticket = claim.Ticket,
            CommentId = claim.CommentId,
            Text = text,
            FirstTriedAt = claim.FirstTriedAt,
        };
        var outcome = await caller.CallAsync(connection.Provider, AbilityCalls.Comment(connection.Provider, request), budget, cancellationToken).ConfigureAwait(false);
        var result = await RecordAsync(claim, route, verdicts.Of(outcome, claim, connection)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>Records that a claimed comment could not be sent for a reason on this side.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="export">The export whose ticket it was for.</param>
    /// <param name="failure">Why.</param>
    /// <param name="mayPass">Whether trying again later may do.</param>
    public async Task<CommentResult> StopAsync(CommentClaim claim, ExportRecord export, ExportFailure failure, bool mayPass) => await RecordAsync(
        claim,
        export,
        mayPass ? verdicts.NotCalled(failure, claim) : new CommentUpdate.NotAdded(failure, RetryAt: null)).ConfigureAwait(false);

    private Task<CommentResult> RecordAsync(CommentClaim claim, CommentRoute route, CommentUpdate update) => RecordAsync(claim, route.Export, update);

    // Never cancelled: between "added at the tracker" and "recorded here" nothing may get lost.
    private async Task<CommentResult> RecordAsync(CommentClaim claim, ExportRecord export, CommentUpdate update)
    {
        var recorded = await ledger.RecordCommentAsync(claim, update, CancellationToken.None).ConfigureAwait(false);
        var entry = recorded
            ?? await ledger.FindCommentAsync(claim.AccountId, claim.CommentId, CancellationToken.None).ConfigureAwait(false)
            ?? throw new TicketExportException($"The ledger no longer holds comment {claim.CommentId}; nothing deletes comments of the host's, so restore it from a backup.");
        signal.Expect(CommentRules.DueAt(entry));
        if (entry.Comment.Delivery == CommentDelivery.InDoubt)
        {
            LogInDoubt(claim.CommentId, export.ExportId, export.TargetId);
        }
        else if (entry.Comment is { Delivery: CommentDelivery.Failed, Failure: { } failure })
        {
            LogRefused(claim.CommentId, export.ExportId, export.TargetId, failure.Code);
        }

        return CommentResults.Of(entry) with { Echo = recorded is null ? null : (update as CommentUpdate.Posted)?.Echo };
    }

    [LoggerMessage(EventId = 1130, Level = LogLevel.Warning, Message = "Comment {CommentId} of export {ExportId} to {TargetId} may stand at the tracker, and the tracker cannot tell. It waits for a person.")]
    private partial void LogInDoubt(string commentId, string exportId, string targetId);

    [LoggerMessage(EventId = 1131, Level = LogLevel.Warning, Message = "Comment {CommentId} of export {ExportId} to {TargetId} did not reach the ticket: {Code}. It stays in the thread.")]
    private partial void LogRefused(string commentId, string exportId, string targetId, string code);
}
