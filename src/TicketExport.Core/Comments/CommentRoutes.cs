using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Redaction;
using TicketExport.Redaction.Internal;
using TicketExport.States;
using TicketExport.Targets;

namespace TicketExport.Comments;

/// <summary>Finds the ticket that comments of a source go to, and judges what is sent there.</summary>
internal sealed class CommentRoutes(IExportLedgerQueries queries, TargetAccess targets, OutgoingTexts texts)
{
    /// <summary>The export whose ticket comments of the source go to: of several, the one that was linked last.</summary>
    public async Task<ExportRecord?> FindExportAsync(string accountId, SourceKey source, CancellationToken cancellationToken)
    {
        var exports = await queries.ListBySourceAsync(accountId, source, cancellationToken).ConfigureAwait(false);
        return exports.Where(static export => export is { Ticket: not null, Link: not LinkState.Unlinked }).MaxBy(static export => export.LinkedAt);
    }

    public Task<ExportRecord?> FindExportAsync(string accountId, string exportId, CancellationToken cancellationToken) =>
        queries.FindExportAsync(accountId, exportId, cancellationToken);

    /// <summary>The way to the ticket of an export, or why there is none now.</summary>
    public async Task<(CommentRoute? Route, ExportFailure? Refusal)> OpenAsync(ExportRecord export, CancellationToken cancellationToken)
    {
        var (connection, refusal) = await targets.FindAsync(export.Account.Id, export.TargetId, cancellationToken).ConfigureAwait(false);
        return connection switch
        {
            null => (null, CommentFailures.Of(refusal!)),
            { Provider: not ICommentProvider } => (null, CommentFailures.NotSupported(connection)),
            _ => (new CommentRoute(export, connection), null),
        };
    }

    /// <summary>What the redaction gate says about a text for that ticket.</summary>
    public Task<RedactedText> JudgeAsync(CommentRoute route, string text, CancellationToken cancellationToken) => texts.InspectAsync(
        route.Export.Account,
        route.Connection.Target,
        route.Connection.Credential,
        ("$.comment", text),
        cancellationToken);
}
