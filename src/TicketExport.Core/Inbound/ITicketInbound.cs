namespace TicketExport.Inbound;

/// <summary>Takes what trackers and receivers send by webhook: verified on its raw bytes, applied once, believed only after a read.</summary>
/// <remarks>
/// A delivery names its target by the route it came in on and nothing else: an account or request in its body is ignored. It
/// changes nothing unless its signature fits. Safe for use from many threads.
/// </remarks>
public interface ITicketInbound
{
    /// <summary>Takes one delivery.</summary>
    /// <returns>What came of it; what a sender does wrong is a result and never an exception.</returns>
    /// <exception cref="TicketExportException">The ledger could not be read or written; the sender should deliver again.</exception>
    Task<InboundResult> ReceiveAsync(InboundDelivery delivery, CancellationToken cancellationToken = default);
}
