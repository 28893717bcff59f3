using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Tests.Histories;

/// <summary>Keeps the newest attempt of an export and no other.</summary>
internal sealed class ForgetfulQueries(IExportLedgerQueries inner) : IExportLedgerQueries
{
    public Task<ExportRecord?> FindExportAsync(string accountId, string exportId, CancellationToken cancellationToken) =>
        inner.FindExportAsync(accountId, exportId, cancellationToken);

    public Task<ImmutableArray<ExportRecord>> ListBySourceAsync(string accountId, SourceKey source, CancellationToken cancellationToken) =>
        inner.ListBySourceAsync(accountId, source, cancellationToken);

    public async Task<ImmutableArray<AttemptRecord>> ListAttemptsAsync(string accountId, string exportId, CancellationToken cancellationToken) =>
        [.. (await inner.ListAttemptsAsync(accountId, exportId, cancellationToken)).TakeLast(1)];

    public Task<ReadOnlyMemory<byte>?> ReadDocumentAsync(string accountId, string exportId, CancellationToken cancellationToken) =>
        inner.ReadDocumentAsync(accountId, exportId, cancellationToken);

    public Task<Page<ExportRecord>> ListAsync(ExportFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        inner.ListAsync(filter, page, cancellationToken);

    public Task<Page<AuditRecord>> ListAuditAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        inner.ListAuditAsync(filter, page, cancellationToken);

    public Task<TargetCooldown?> FindCooldownAsync(TargetKey target, CancellationToken cancellationToken) =>
        inner.FindCooldownAsync(target, cancellationToken);

    public Task<ImmutableArray<TargetCooldown>> ListCooldownsAsync(string accountId, CancellationToken cancellationToken) =>
        inner.ListCooldownsAsync(accountId, cancellationToken);
}
