using System.Collections.Immutable;

namespace TicketExport.Testing;

/// <summary>A delivery of a webhook as Jira would send it.</summary>
/// <param name="Headers">The headers by name, compared without case.</param>
/// <param name="Body">The body.</param>
public sealed record FakeJiraDelivery(ImmutableDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
