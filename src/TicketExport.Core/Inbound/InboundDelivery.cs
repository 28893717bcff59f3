using System.Collections.Immutable;

namespace TicketExport.Inbound;

/// <summary>A delivery as it came in, before anything of it is believed.</summary>
public sealed record InboundDelivery
{
    /// <summary>The key of the route that it came in on; see <see cref="IInboundTargetSource"/>.</summary>
    public required string TargetKey { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The address that the sender called, as the sender knows it.</summary>
    public required Uri Address { get; init; }

    /// <summary>The headers by name, compared without case. A name that came twice is left out.</summary>
    public required ImmutableDictionary<string, string> Headers { get; init; }

    /// <summary>The body's bytes, untouched.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
