using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Targets;

namespace TicketExport.Sync;

/// <summary>Reads due tickets of one target, as many with one request as its tracker allows.</summary>
internal sealed class TargetReads(IExportLedgerQueries queries, TargetAccess targets, StatusReader reader, ReadPace pace)
{
    // A provider may learn to read with another version of its package.
    private static readonly TimeSpan UntilAbleToRead = TimeSpan.FromDays(7);

    public async Task<SyncReport> ReadAsync(TargetKey target, ImmutableArray<string> exportIds, CancellationToken cancellationToken)
    {
        var report = new SyncReport { Taken = exportIds.Length };
        var exports = await FindAsync(target, exportIds, cancellationToken).ConfigureAwait(false);
        report = report with { Waiting = exportIds.Length - exports.Length };
        if (exports.IsEmpty)
        {
            return report;
        }

        var (connection, refusal) = await targets.FindAsync(target.AccountId, target.TargetId, cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            pace.Rest(target, pace.Interval);
            foreach (var export in exports)
            {
                report = report.With((await reader.RecordUnreadAsync(export, refusal!).ConfigureAwait(false)).Outcome);
            }

            return report;
        }

        if (connection.Provider is not IStatusProvider)
        {
            await pace.PutOffAsync(target, exports, UntilAbleToRead, cancellationToken).ConfigureAwait(false);
            return report with { Waiting = exportIds.Length };
        }

        return await ReadAsync(target, connection, exports, report, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SyncReport> ReadAsync(
        TargetKey target,
        TargetConnection connection,
        ImmutableArray<ExportRecord> exports,
        SyncReport report,
        CancellationToken cancellationToken)
    {
        var batches = connection.Provider is IStatusBatchProvider many && many.CanReadMany(connection.Target) ? many : null;
        for (var at = 0; at < exports.Length;)
        {
            if (pace.TryTake(target) is { } wait)
            {
                return await RestAsync(target, exports[at..], wait, report, cancellationToken).ConfigureAwait(false);
            }

            var some = exports.Slice(at, Math.Min(batches?.MaxTickets ?? 1, exports.Length - at));
            var results = await ReadAsync(connection, batches, some, cancellationToken).ConfigureAwait(false);
            report = results.Aggregate(report, static (sum, result) => sum.With(result.Outcome));
            at += some.Length;
            if (StopAfter(results) is { } rest)
            {
                return await RestAsync(target, exports[at..], rest, report, cancellationToken).ConfigureAwait(false);
            }
        }

        return report;
    }

    private async Task<ImmutableArray<SyncResult>> ReadAsync(
        TargetConnection connection,
        IStatusBatchProvider? batches,
        ImmutableArray<ExportRecord> exports,
        CancellationToken cancellationToken)
    {
        var links = exports.Select(export => new LinkedTicket(export, connection.Target, connection.Provider, connection.Credential)).ToImmutableArray();
        return batches is not null && links.Length > 1
            ? await reader.ReadManyAsync(links, batches, cancellationToken).ConfigureAwait(false)
            : [await reader.ReadAsync(links[0], connection.Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false)];
    }

    // Nothing else of the target would fare better: the key is refused, or the tracker asked everybody to wait.
    private TimeSpan? StopAfter(ImmutableArray<SyncResult> results)
    {
        var last = results[^1];
        return last switch
        {
            { Outcome: SyncOutcome.Disconnected, Failure.Reason: FailureReason.Authentication } => pace.Interval,
            { Outcome: SyncOutcome.Waiting or SyncOutcome.Failed, Failure.Reason: FailureReason.RateLimited, RetryAt: { } at } => at - pace.Now,
            { Outcome: SyncOutcome.Waiting, RetryAt: { } at } when last.Sync?.RetryAt != at => at - pace.Now,
            _ => null,
        };
    }

    private async Task<SyncReport> RestAsync(TargetKey target, ImmutableArray<ExportRecord> left, TimeSpan wait, SyncReport report, CancellationToken cancellationToken)
    {
        pace.Rest(target, wait);
        await pace.PutOffAsync(target, left, wait, cancellationToken).ConfigureAwait(false);
        return report with { Waiting = report.Waiting + left.Length };
    }

    private async Task<ImmutableArray<ExportRecord>> FindAsync(TargetKey target, ImmutableArray<string> exportIds, CancellationToken cancellationToken)
    {
        var exports = ImmutableArray.CreateBuilder<ExportRecord>(exportIds.Length);
        foreach (var exportId in exportIds)
        {
            if (await queries.FindExportAsync(target.AccountId, exportId, cancellationToken).ConfigureAwait(false) is { Ticket: not null, Link: not LinkState.Unlinked } export)
            {
                exports.Add(export);
            }
        }

        return exports.ToImmutable();
    }
}
