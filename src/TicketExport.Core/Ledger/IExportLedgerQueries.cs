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
    /// <returns>The UTF-8 bytes, or <see langword="null"/> when the account has no such export.</returns>
    Task<ReadOnlyMemory<byte>?> ReadDocumentAsync(string accountId, string exportId, CancellationToken cancellationToken);
}
