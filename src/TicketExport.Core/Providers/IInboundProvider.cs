namespace TicketExport.Providers;

/// <summary>An ability of a provider: to verify and read what its tracker sends by webhook.</summary>
/// <remarks>
/// Pure and thread-safe: contacts nothing and remembers nothing. Whether a delivery came before is for the caller to know, by
/// <see cref="InboundOutcome.Authentic.DeliveryId"/>. What an event says is a hint; the caller reads the ticket before it believes it.
/// </remarks>
public interface IInboundProvider
{
    /// <summary>Verifies a delivery on its raw bytes, in constant time, and only then reads it.</summary>
    InboundOutcome Read(InboundRequest request);
}
