using System.Collections.Immutable;
using TicketExport.States;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly Dictionary<(TargetKey Target, string DeliveryId), (string BodyHash, DateTimeOffset At)> _receipts = [];
    private readonly List<InboundRecord> _inbound = [];
    private long _lastInbound;

    /// <inheritdoc/>
    public Task<ReceiptResult> FindReceiptAsync(TargetKey target, string deliveryId, string bodyHash, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(new InboundReceipt { Target = target, DeliveryId = deliveryId, BodyHash = bodyHash });
        return Locked(() => InboundRules.Judge(HashOf(target, deliveryId), bodyHash), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ExportRecord>> FindLinksAsync(LinkQuery query, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(query);
        return Locked(() => FindLinks(query), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InboundReceiptResult> RecordReceiptAsync(InboundReceipt receipt, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(receipt);
        return Locked(() => RecordReceipt(receipt), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<InboundRecord>> ListInboundAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        var start = PageCursor.Read(page, ListRules.Inbound);
        return Locked(
            () => ListRules.ToPage(
                [.. _inbound
                    .Where(row => row.Target == target && (start is null || row.Number < start.Number))
                    .OrderByDescending(static row => row.Number)
                    .Take(page.Size + 1)],
                page),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> PruneReceiptsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(limit);
        return Locked(() => Prune(LedgerTime.Floor(before), limit), cancellationToken);
    }

    private int Prune(DateTimeOffset before, int limit)
    {
        var receipts = _receipts.Where(receipt => receipt.Value.At < before).OrderBy(static receipt => receipt.Value.At).Take(limit).Select(static receipt => receipt.Key).ToArray();
        foreach (var key in receipts)
        {
            _receipts.Remove(key);
        }

        var records = _inbound.Where(row => row.At < before).Take(limit).ToHashSet();
        _inbound.RemoveAll(records.Contains);
        return receipts.Length + records.Count;
    }

    private string? HashOf(TargetKey target, string deliveryId) => _receipts.TryGetValue((target, deliveryId), out var known) ? known.BodyHash : null;

    private ImmutableArray<ExportRecord> FindLinks(LinkQuery query)
    {
        var links = _entries.Values
            .Select(static entry => entry.Export)
            .Where(export => export is { Ticket: not null, Link: LinkState.Live or LinkState.Broken } && export.TargetId == query.TargetId && (query.AccountId is null || export.Account.Id == query.AccountId))
            .OrderBy(static export => export.Account.Id, LedgerText.Order)
            .ThenBy(static export => export.ExportId, LedgerText.Order)
            .ToArray();
        return query.TicketIds.Select(id => links.Where(export => export.Ticket!.ProviderTicketId == id))
            .Concat(query.IssueIds.Select(id => links.Where(export => export.Ticket!.ExternalIssueId == id)))
            .Select(static found => found.Take(LinkQuery.MaxFound).ToImmutableArray())
            .FirstOrDefault(static found => !found.IsEmpty, []);
    }

    private InboundReceiptResult RecordReceipt(InboundReceipt receipt)
    {
        if (receipt.DeliveryId is { } id)
        {
            var judged = InboundRules.Judge(HashOf(receipt.Target, id), receipt.BodyHash);
            if (judged != ReceiptResult.New)
            {
                return new(judged, []);
            }

            _receipts.Add((receipt.Target, id), (receipt.BodyHash, LedgerTime.Floor(_time.GetUtcNow())));
        }

        return new(ReceiptResult.New, [.. receipt.Entries.Select(Record)]);
    }

    private InboundRecord Record(InboundEntry entry)
    {
        SyncWriteResult? written = entry.Fact is { } fact ? RecordSync(fact) : null;
        if (entry is { PlansRead: true, Record: { ExportId: { } exportId, Target: var target } })
        {
            var key = (target.AccountId, exportId);
            Plan(key, target.TargetId, ScheduleRules.AfterHint(ScheduleOf(key), SyncSituationOf(key.AccountId, exportId).Current?.Sync, _time.GetUtcNow()));
        }

        var record = InboundRules.Settle(entry, written, _time.GetUtcNow()) with { Number = ++_lastInbound };
        _inbound.Add(record);
        return record;
    }
}
