namespace TicketExport;

/// <summary>Hands findings over to trackers: at most one ticket per finding.</summary>
/// <remarks>
/// Safe for use from many threads. A refusal by a tracker is a result and never an exception. Calling again with the same
/// source continues the export where it stands; it never creates a second ticket.
/// </remarks>
public interface ITicketExporter
{
    /// <summary>Exports one finding to one target.</summary>
    /// <returns>How the export stands; see <see cref="ExportResult.Outcome"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    /// <exception cref="OperationCanceledException">
    /// Cancelled. If the request had already left, the export is recorded as of unknown outcome and settled before any retry.
    /// </exception>
    Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default);
}
