using System.Collections.Immutable;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>What a tracker's webhook sends.</summary>
/// <param name="Address">The address that it calls, with its query.</param>
/// <param name="Headers">The headers, the signature's among them.</param>
/// <param name="Body">The body.</param>
public sealed record AdapterDelivery(Uri Address, ImmutableDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
