using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that people and pages read. Never writes.</summary>
public interface IExportLedgerQueries
{
    /// <summary>Finds one export of an account.</summary>
    Task<ExportRecord?> FindExportAsync(string accountId, string exportId, CancellationToken cancellationToken);

    /// <summary>Lists all exports of a source over all targets and generations, the oldest first.</summary>
    Task<ImmutableArray<ExportRecord>> ListBySourceAsync(string accountId, SourceKey source, CancellationToken cancellationToken);

    /// <summary>Lists the attempts of an export, the first first.</summary>
    Task<ImmutableArray<AttemptRecord>> ListAttemptsAsync(string accountId, string exportId, CancellationToken cancellationToken);

    /// <summary>Reads the document that an export was asked for with, as its <c>ticket-export.v1</c> JSON.</summary>
    /// <returns>The UTF-8 bytes, or <see langword="null"/> when the account has no such export, or its document was removed.</returns>
    Task<ReadOnlyMemory<byte>?> ReadDocumentAsync(string accountId, string exportId, CancellationToken cancellationToken);

    /// <summary>Lists exports of an account, the newest first.</summary>
    /// <remarks>Exports that are added meanwhile never shift a page. Every filter is served by an index.</remarks>
    /// <exception cref="ArgumentException">The page is out of range, or its cursor was not made by this list.</exception>
    Task<Page<ExportRecord>> ListAsync(ExportFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Lists who changed links of an account and why, the newest first.</summary>
    /// <exception cref="ArgumentException">The page is out of range, or its cursor was not made by this list.</exception>
    Task<Page<AuditRecord>> ListAuditAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Finds the pause of a target.</summary>
    /// <returns>The pause, or <see langword="null"/> when the target is not paused now.</returns>
    Task<TargetCooldown?> FindCooldownAsync(TargetKey target, CancellationToken cancellationToken);

    /// <summary>Lists the targets of an account that are paused now, in the order of their ids.</summary>
    Task<ImmutableArray<TargetCooldown>> ListCooldownsAsync(string accountId, CancellationToken cancellationToken);
}
