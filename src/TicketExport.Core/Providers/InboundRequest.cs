using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>A delivery of a tracker's webhook as it came in.</summary>
public sealed record InboundRequest
{
    /// <summary>The target that the delivery was addressed to.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets, those of its webhook among them.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The address that the tracker called, as it knows it.</summary>
    public required Uri Address { get; init; }

    /// <summary>The headers by name, compared without case. A name that came twice is left out, so that nothing can hide behind its double.</summary>
    public required ImmutableDictionary<string, string> Headers { get; init; }

    /// <summary>The body's bytes, untouched.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the delivery came in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
