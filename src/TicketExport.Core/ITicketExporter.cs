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

    /// <summary>Approves a finding for export and leaves the sending to a worker, which is woken if it runs in this process.</summary>
    /// <remarks>
    /// Needs <c>AddWorker()</c>, or a scheduler that calls the dispatcher, in this process or another. Safe to repeat: a source
    /// that waits, is being sent or has a ticket is answered as it stands.
    /// </remarks>
    /// <returns>
    /// How the export stands: <see cref="ExportOutcome.Enqueued"/>, or why there is nothing to enqueue. Refusals that need no
    /// tracker, such as a broken document or an unknown target, are told at once and leave no row.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the export may have been enqueued.</exception>
    Task<ExportResult> EnqueueAsync(ExportRequest request, CancellationToken cancellationToken = default);

    /// <summary>Exports many findings, a bounded number at a time, and answers in the order in which they finish.</summary>
    /// <remarks>
    /// <para>What goes wrong with one finding is its result and never ends the stream; so is an exception of the host's own
    /// source of targets or credentials. Only what is under way is held in memory.</para>
    /// <para>The same batch can be run again after a cancellation or a crash: the ledger continues where it stood, and what has
    /// a ticket is answered without a call.</para>
    /// <para>When the stream ends early, by cancellation, by an exception or because the caller stops reading, no further
    /// finding is started and those under way are recorded first.</para>
    /// </remarks>
    /// <param name="requests">The findings; read no faster than they are exported.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops reading <paramref name="requests"/>; what is under way finishes.</param>
    /// <exception cref="ArgumentException">An argument is missing or out of range, or a request is <see langword="null"/>.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written; thrown after all results that there are.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; thrown after all results that there are.</exception>
    IAsyncEnumerable<BulkResult> ExportManyAsync(
        IAsyncEnumerable<ExportRequest> requests,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default);
}
