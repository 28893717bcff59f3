using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Comments;

/// <summary>Works on one due comment. Never throws: whatever happens stays with that comment.</summary>
internal sealed partial class DueComments(
    CommentClaimer claimer,
    CommentRoutes routes,
    CommentSender sender,
    TargetPacer pacer,
    ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<DueComments>();

    public async Task<DueOutcome> RunAsync(DueExport due, CancellationToken cancellationToken)
    {
        try
        {
            return await WorkAsync(due, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(DueEnd.Comment) { IsStillDue = true };
        }
        catch (Exception exception)
        {
            LogNotWorkedOn(due.ExportId, due.Target.TargetId, exception.GetType());
            return new(DueEnd.Comment) { IsStillDue = true };
        }
    }

    private async Task<DueOutcome> WorkAsync(DueExport due, CancellationToken cancellationToken)
    {
        var entry = await claimer.FindAsync(due.Target.AccountId, due.ExportId, cancellationToken).ConfigureAwait(false);
        if (entry?.Comment.ExportId is not { } exportId)
        {
            return new(DueEnd.Comment) { IsStillDue = true };
        }

        var export = await routes.FindExportAsync(due.Target.AccountId, exportId, cancellationToken).ConfigureAwait(false);
        var (route, refusal) = export is null ? (null, null) : await routes.OpenAsync(export, cancellationToken).ConfigureAwait(false);
        if (route is not null && pacer.TryTake(due.Target, route.Connection.Target.MaxPerMinute) is { } wait)
        {
            return new(DueEnd.Paced) { PacedFor = wait };
        }

        var claimed = await claimer.ClaimDueAsync(entry, route, cancellationToken).ConfigureAwait(false);
        if (claimed is CommentClaimResult.ToSend mine)
        {
            await SendAsync(mine, export!, route, refusal, cancellationToken).ConfigureAwait(false);
        }

        return new(DueEnd.Comment) { IsStillDue = claimed is CommentClaimResult.NotFound };
    }

    private async Task SendAsync(CommentClaimResult.ToSend mine, ExportRecord export, CommentRoute? route, ExportFailure? refusal, CancellationToken cancellationToken)
    {
        if (route is null)
        {
            await sender.StopAsync(mine.Claim, export, refusal!, mayPass: refusal!.NextStep != NextStep.None).ConfigureAwait(false);
            return;
        }

        var judged = await routes.JudgeAsync(route, mine.Entry.Comment.Text, cancellationToken).ConfigureAwait(false);
        if (judged.Text is not { } text)
        {
            await sender.StopAsync(mine.Claim, export, CommentFailures.Unsafe(judged.Findings), mayPass: false).ConfigureAwait(false);
            return;
        }

        await sender.SendAsync(mine, route, text, cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(EventId = 1132, Level = LogLevel.Error, Message = "Comment {CommentId} to {TargetId} could not be worked on because of {ExceptionType}; it is taken again later.")]
    private partial void LogNotWorkedOn(string commentId, string targetId, Type exceptionType);
}
