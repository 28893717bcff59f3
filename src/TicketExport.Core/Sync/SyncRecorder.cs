using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Sync;

/// <summary>Writes what is known of a linked ticket, and tells when its tracker stops or begins again to show it.</summary>
internal sealed partial class SyncRecorder(
    ISyncLedger ledger,
    IExportLedgerQueries queries,
    IDecisionLedger decisions,
    StatusClock clock,
    ILoggerFactory? loggers = null)
{
    private static readonly AuditStamp ByLost = new("status-sync", "The tracker no longer shows the ticket.");
    private static readonly AuditStamp BySeen = new("status-sync", "The tracker shows the ticket again.");

    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<SyncRecorder>();

    public async Task<TicketSync?> FindAsync(ExportRecord export, CancellationToken cancellationToken)
    {
        var found = await ledger.FindSyncsAsync(export.Account.Id, [export.ExportId], cancellationToken).ConfigureAwait(false);
        return found.IsEmpty ? null : found[0];
    }

    /// <summary>Writes a fact about the ticket of an export, also when the caller cancelled meanwhile.</summary>
    public async Task<SyncResult> RecordAsync(ExportRecord export, SyncOutcome outcome, SyncFact fact)
    {
        var written = await ledger.RecordSyncAsync(fact with { NextReadAt = clock.NextReadAfter(fact) }, CancellationToken.None).ConfigureAwait(false);
        var (stored, after) = await FollowAsync(export).ConfigureAwait(false);
        return ResultOf(written == SyncWriteResult.Written ? outcome : SyncOutcome.Overtaken, stored, after);
    }

    /// <summary>Lets the link of an export follow what is known of its ticket.</summary>
    public async Task<(ExportRecord Stored, TicketSync? After)> FollowAsync(ExportRecord export)
    {
        var stored = await queries.FindExportAsync(export.Account.Id, export.ExportId, CancellationToken.None).ConfigureAwait(false) ?? export;
        var after = await FindAsync(stored, CancellationToken.None).ConfigureAwait(false);
        await TellReferenceAsync(stored, isMissing: after is { IsMissing: true }).ConfigureAwait(false);
        return (stored, after);
    }

    public SyncResult ResultOf(SyncOutcome outcome, ExportRecord export, TicketSync? sync) => new()
    {
        Outcome = outcome,
        Ticket = export.Ticket,
        Sync = sync,
        Status = clock.StatusOf(sync),
        Failure = sync?.Failure,
        RetryAt = sync?.RetryAt,
        Offers = SyncRules.OffersAfter(sync),
    };

    // The link of the export follows what was read, so that lists and reviews need not know of syncs.
    private async Task TellReferenceAsync(ExportRecord export, bool isMissing)
    {
        var (account, id) = (export.Account.Id, export.ExportId);
        DecisionCommand? told = (export.Link, isMissing) switch
        {
            (LinkState.Live, true) => new DecisionCommand.MarkReferenceLost(account, id, ByLost),
            (LinkState.Broken, false) => new DecisionCommand.MarkReferenceSeen(account, id, BySeen),
            _ => null,
        };
        if (told is null || (await decisions.DecideAsync([told], CancellationToken.None).ConfigureAwait(false))[0].Outcome != DecisionOutcome.Done)
        {
            return;
        }

        if (isMissing)
        {
            LogReferenceLost(id, export.TargetId);
        }
        else
        {
            LogReferenceSeen(id, export.TargetId);
        }
    }

    [LoggerMessage(EventId = 1041, Level = LogLevel.Warning, Message = "Export {ExportId} to {TargetId}: the tracker no longer shows its ticket. The link guards on until a person relinks or unlinks.")]
    private partial void LogReferenceLost(string exportId, string targetId);

    [LoggerMessage(EventId = 1042, Level = LogLevel.Information, Message = "Export {ExportId} to {TargetId}: the tracker shows its ticket again.")]
    private partial void LogReferenceSeen(string exportId, string targetId);
}
