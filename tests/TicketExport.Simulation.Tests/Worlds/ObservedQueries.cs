using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>What a worker reads before it claims: it can die, and the world can change, between the two.</summary>
internal sealed class ObservedQueries(World world, SimulatedWorker worker, IExportLedgerQueries inner) : IExportLedgerQueries
{
    public async Task<ExportRecord?> FindExportAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        await world.ParkAsync(worker, "export read", world.Now, CancellationToken.None);
        return inner.FindExportAsync(accountId, exportId, cancellationToken).GetAwaiter().GetResult();
    }

    public async Task<ReadOnlyMemory<byte>?> ReadDocumentAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        await world.ParkAsync(worker, "document read", world.Now, CancellationToken.None);
        return inner.ReadDocumentAsync(accountId, exportId, cancellationToken).GetAwaiter().GetResult();
    }

    public Task<ImmutableArray<ExportRecord>> ListBySourceAsync(string accountId, SourceKey source, CancellationToken cancellationToken) =>
        inner.ListBySourceAsync(accountId, source, cancellationToken);

    public Task<ImmutableArray<AttemptRecord>> ListAttemptsAsync(string accountId, string exportId, CancellationToken cancellationToken) =>
        inner.ListAttemptsAsync(accountId, exportId, cancellationToken);

    public Task<Page<ExportRecord>> ListAsync(ExportFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        inner.ListAsync(filter, page, cancellationToken);

    public Task<Page<AuditRecord>> ListAuditAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        inner.ListAuditAsync(filter, page, cancellationToken);

    public Task<TargetCooldown?> FindCooldownAsync(TargetKey target, CancellationToken cancellationToken) =>
        inner.FindCooldownAsync(target, cancellationToken);

    public Task<ImmutableArray<TargetCooldown>> ListCooldownsAsync(string accountId, CancellationToken cancellationToken) =>
        inner.ListCooldownsAsync(accountId, cancellationToken);
}
