namespace TicketExport.Sweep;

/// <summary>Looks for tickets that carry the same marker twice: a copy that somebody made, or a request that came late.</summary>
/// <remarks>Reads the ledger and asks the tracker; writes nothing to the ledger. Safe for use from many threads.</remarks>
public interface ITicketSweep
{
    /// <summary>Checks the linked exports of a target, the newest first, as far as one call may go.</summary>
    /// <param name="request">Which target, how many exports, and from where.</param>
    /// <param name="cancellationToken">Cancels between two exports, or during a look-up.</param>
    /// <returns>What was found, and where the next call begins. A tracker that refuses is told as <see cref="SweepReport.Failure"/>.</returns>
    /// <exception cref="ArgumentException">The number of exports is out of range, or the cursor was not made by a sweep.</exception>
    /// <exception cref="TicketExportException">The ledger cannot be reached.</exception>
    Task<SweepReport> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default);
}
