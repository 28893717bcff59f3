using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<ReceiptResult> FindReceiptAsync(TargetKey target, string deliveryId, string bodyHash, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(new InboundReceipt { Target = target, DeliveryId = deliveryId, BodyHash = bodyHash });
        return ReadAsync(session => InboundRules.Judge(InboundRows.ReadHash(session, target, deliveryId), bodyHash), cancellationToken);
    }

    public Task<ImmutableArray<ExportRecord>> FindLinksAsync(LinkQuery query, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(query);
        return ReadAsync(session => InboundRows.FindLinks(session, query), cancellationToken);
    }

    public Task<InboundReceiptResult> RecordReceiptAsync(InboundReceipt receipt, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(receipt);
        return WriteAsync((session, now) => LedgerWrites.RecordReceipt(session, receipt, now), cancellationToken);
    }

    public Task<Page<InboundRecord>> ListInboundAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        var start = PageCursor.Read(page, ListRules.Inbound);
        return ReadAsync(
            session => ListRules.ToPage(InboundRows.List(session, target, start?.Number ?? long.MaxValue, page.Size + 1), page),
            cancellationToken);
    }

    public Task<int> PruneReceiptsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        InboundRules.ThrowIfUnusable(limit);
        return WriteAsync((session, _) => InboundRows.Prune(session, LedgerTime.Floor(before), limit), relaxed: true, cancellationToken);
    }

    // Looked for without the writer first: nearly always nothing is due. A lost hold costs a second read and nothing else.
    public async Task<ImmutableArray<DueExport>> TakeDueReadsAsync(DueQuery query, TimeSpan hold, CancellationToken cancellationToken)
    {
        DueRules.ThrowIfUnusable(query);
        var due = await ReadAsync(session => new DueReads(session, DueStatements.OfReads, query, _time.GetUtcNow()).Find(), cancellationToken).ConfigureAwait(false);
        return due.IsEmpty
            ? due
            : await WriteAsync((session, now) => LedgerWrites.TakeDueReads(session, query, hold, now), relaxed: true, cancellationToken).ConfigureAwait(false);
    }

    public Task PostponeReadsAsync(TargetKey target, ImmutableArray<string> exportIds, DateTimeOffset until, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(target.AccountId, exportIds);
        return WriteAsync(
            (session, _) =>
            {
                LedgerWrites.PostponeReads(session, target, exportIds, until);
                return true;
            },
            relaxed: true,
            cancellationToken);
    }
}
