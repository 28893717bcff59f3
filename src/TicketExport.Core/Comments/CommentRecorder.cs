using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Comments;

/// <summary>Writes what a try to send a comment came to, tells the worker when the next one is due, and answers the caller.</summary>
internal sealed partial class CommentRecorder(ICommentLedger ledger, WorkSignal signal, ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<CommentRecorder>();

    // Never cancelled: between "added at the tracker" and "recorded here" nothing may get lost.
    public async Task<CommentResult> RecordAsync(CommentClaim claim, ExportRecord export, CommentUpdate update)
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

    /// <summary>The answer where nothing is sent now.</summary>
    public CommentResult Unsent(CommentClaimResult claimed)
    {
        switch (claimed)
        {
            case CommentClaimResult.Waiting waiting:
                signal.Expect(waiting.Until);
                return CommentResults.Of(waiting.Entry);
            case CommentClaimResult.Settled settled:
                return CommentResults.Of(settled.Entry);
            case CommentClaimResult.NotLinked stopped:
                return CommentResults.Of(stopped.Entry);
            default:
                return CommentResults.Without(CommentOutcomeKind.NotFound);
        }
    }

    [LoggerMessage(EventId = 1130, Level = LogLevel.Warning, Message = "Comment {CommentId} of export {ExportId} to {TargetId} may stand at the tracker, and the tracker cannot tell. It waits for a person.")]
    private partial void LogInDoubt(string commentId, string exportId, string targetId);

    [LoggerMessage(EventId = 1131, Level = LogLevel.Warning, Message = "Comment {CommentId} of export {ExportId} to {TargetId} did not reach the ticket: {Code}. It stays in the thread.")]
    private partial void LogRefused(string commentId, string exportId, string targetId, string code);
}
