using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Reads the exports of a source with their attempts and tickets, and, where it may, how those tickets stand now.</summary>
internal sealed class TicketReader(
    IExportLedgerQueries queries,
    ISyncLedger syncs,
    FreshTickets fresh,
    IOptionsMonitor<TicketExportOptions> options,
    TimeProvider time)
{
    public async Task<ImmutableArray<ExportFacts>> ReadAsync(string accountId, SourceKey source, bool mayAskTracker, CancellationToken cancellationToken)
    {
        var records = await queries.ListBySourceAsync(accountId, source, cancellationToken).ConfigureAwait(false);
        var providers = await fresh.FindProvidersAsync(accountId, records, cancellationToken).ConfigureAwait(false);
        if (mayAskTracker && await fresh.ReadAsync(accountId, records, providers, cancellationToken).ConfigureAwait(false))
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
