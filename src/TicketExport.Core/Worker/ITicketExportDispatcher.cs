namespace TicketExport.Worker;

/// <summary>Sends due exports and comments: what the worker does, for hosts that have a scheduler of their own.</summary>
/// <remarks>Safe to call from many threads and processes at once: each export is taken by one of them.</remarks>
public interface ITicketExportDispatcher
{
    /// <summary>Takes due exports, one of each target in turn, and returns when all that were taken are recorded.</summary>
    /// <remarks>
    /// A slow or paused target holds up the return and not the other targets. An export that cannot be sent is left with its
    /// failure in the ledger and stops nothing.
    /// </remarks>
    /// <param name="maxExports">The most exports and comments to take; at least 1.</param>
    /// <param name="cancellationToken">Takes nothing further; what was taken finishes and the report is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxExports"/> is below 1.</exception>
    /// <exception cref="TicketExportException">The ledger could not be asked for due exports; those taken before are recorded.</exception>
    Task<DispatchReport> RunOnceAsync(int maxExports, CancellationToken cancellationToken = default);
}
