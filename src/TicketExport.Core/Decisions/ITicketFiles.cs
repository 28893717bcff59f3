namespace TicketExport.Decisions;

/// <summary>Files in the place of tickets, as the HTTP interface asks for them. TicketExport.Portable implements it: <c>AddPortable()</c>.</summary>
/// <remarks>A refusal and a disk that fails are results. Safe for use from many threads.</remarks>
public interface ITicketFiles
{
    /// <summary>Says what a file would be and what stands against it. Makes none and changes nothing.</summary>
    /// <exception cref="ArgumentException">The format is not one that there is.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read.</exception>
    Task<TicketFilePreview> PreviewAsync(TicketFileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes the file and parks the export, so that a file and a ticket do not both come of it.</summary>
    /// <exception cref="ArgumentException">The format is not one that there is.</exception>
    /// <exception cref="TicketExportException">The ledger could not be reached. A file may stand; repeat the call.</exception>
    Task<TicketFileResult> CreateAsync(TicketFileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Opens the file that an export was parked with.</summary>
    /// <returns>The file, which the caller disposes of; <see langword="null"/> when there is none.</returns>
    /// <exception cref="TicketExportException">The ledger could not be read, or the store refuses the file that it keeps.</exception>
    Task<TicketFileContent?> OpenAsync(string accountId, string exportId, CancellationToken cancellationToken = default);
}
