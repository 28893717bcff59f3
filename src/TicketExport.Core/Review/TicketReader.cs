using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Sync;
using TicketExport.Targets;

namespace TicketExport.Review;

/// <summary>Reads the exports of a source with their attempts and tickets, and, where it may, how those tickets stand now.</summary>
internal sealed class TicketReader(
    IExportLedgerQueries queries,
    ISyncLedger syncs,
    ITicketSync sync,
    TargetResolver targets,
    IOptionsMonitor<TicketExportOptions> options,
    TimeProvider time)
{
    /// <summary>The most tickets of one source that a review reads at their trackers.</summary>
    private const int MostReads = 8;

    public async Task<ImmutableArray<ExportFacts>> ReadAsync(string accountId, SourceKey source, bool mayAskTracker, CancellationToken cancellationToken)
    {
        var records = await queries.ListBySourceAsync(accountId, source, cancellationToken).ConfigureAwait(false);
        var providers = await FindProvidersAsync(accountId, records, cancellationToken).ConfigureAwait(false);
        if (mayAskTracker && await AskAsync(accountId, records, providers, cancellationToken).ConfigureAwait(false))
        {
            records = await queries.ListBySourceAsync(accountId, source, cancellationToken).ConfigureAwait(false);
        }

        var known = await FindSyncsAsync(accountId, records, cancellationToken).ConfigureAwait(false);
        var exports = ImmutableArray.CreateBuilder<ExportFacts>(records.Length);
        foreach (var record in records)
        {
            var attempts = await queries.ListAttemptsAsync(accountId, record.ExportId, cancellationToken).ConfigureAwait(false);
            exports.Add(FactsOf(record, known.GetValueOrDefault(record.ExportId), providers.GetValueOrDefault(record.TargetId)) with { Attempts = attempts });
        }

        return exports.MoveToImmutable();
    }

    /// <summary>Reads the newest linked tickets afresh; the sync itself keeps to planned times and pauses.</summary>
    private async Task<bool> AskAsync(
        string accountId,
        ImmutableArray<ExportRecord> records,
        Dictionary<string, ITicketProvider?> providers,
        CancellationToken cancellationToken)
    {
        var linked = records
            .Where(record => record is { Ticket: not null, Link: LinkState.Live or LinkState.Broken } && providers.GetValueOrDefault(record.TargetId) is IStatusProvider)
            .Reverse()
            .Take(MostReads)
            .ToArray();
        foreach (var record in linked)
        {
            await sync.SyncAsync(accountId, record.ExportId, cancellationToken).ConfigureAwait(false);
        }

        return linked.Length > 0;
    }

    private async Task<Dictionary<string, ITicketProvider?>> FindProvidersAsync(
        string accountId,
        ImmutableArray<ExportRecord> records,
        CancellationToken cancellationToken)
    {
        var providers = new Dictionary<string, ITicketProvider?>(StringComparer.Ordinal);
        foreach (var targetId in records.Where(static record => record.Ticket is not null).Select(static record => record.TargetId).Distinct(StringComparer.Ordinal))
        {
            providers[targetId] = await FindProviderAsync(accountId, targetId, cancellationToken).ConfigureAwait(false);
        }

        return providers;
    }

    // A target that is gone, or a source of the host's that is broken, leaves its tickets as they were known last.
    private async Task<ITicketProvider?> FindProviderAsync(string accountId, string targetId, CancellationToken cancellationToken)
    {
        try
        {
            return await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } target
                ? targets.Resolve(target)?.Provider
                : null;
        }
        catch (Exception exception) when (exception is not (TicketExportException or OperationCanceledException))
        {
            return null;
        }
    }

    private async Task<Dictionary<string, TicketSync>> FindSyncsAsync(string accountId, ImmutableArray<ExportRecord> records, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, TicketSync>(StringComparer.Ordinal);
        foreach (var ids in records.Where(static record => record.Ticket is not null).Select(static record => record.ExportId).Chunk(SyncRules.MaxFound))
        {
            foreach (var found in await syncs.FindSyncsAsync(accountId, [.. ids], cancellationToken).ConfigureAwait(false))
            {
                known[found.ExportId] = found;
            }
        }

        return known;
    }

    private ExportFacts FactsOf(ExportRecord record, TicketSync? known, ITicketProvider? provider) => new()
    {
        Record = record,
        Reference = ReferenceOf(record, known, provider),
        SyncState = known?.SyncState ?? SyncState.Unknown,
        IsFallbackEligible = FallbackRules.IsEligible(record, options.CurrentValue, time.GetUtcNow()),
    };

    private ReviewedReference? ReferenceOf(ExportRecord record, TicketSync? known, ITicketProvider? provider) => record.Ticket is not { } ticket
        ? null
        : new ReviewedReference
        {
            ExportId = record.ExportId,
            TargetId = record.TargetId,
            ProviderKey = record.ProviderKey,
            Ticket = ticket,
            Kind = provider?.Sheet.ReferenceKind ?? ReferenceKind.Unknown,
            Link = record.Link == LinkState.Live && known is { IsMissing: true } ? LinkState.Broken : record.Link,
            LinkedAt = record.LinkedAt,
            IsReadable = provider is IStatusProvider,
            RawStatus = known?.RawStatus,
            ProviderStatus = known?.Status ?? ProviderStatus.Unknown,
            StatusSyncStatus = SyncRules.StatusOf(known, options.CurrentValue.StatusFreshness, time.GetUtcNow()),
            LastSyncedAt = known?.LastSyncedAt,
            SyncRetryAt = known?.RetryAt,
            SyncFailure = known?.Failure,
        };
}
