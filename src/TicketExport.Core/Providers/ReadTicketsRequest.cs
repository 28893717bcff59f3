using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to read several tickets of one target.</summary>
public sealed record ReadTicketsRequest
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The tickets.</summary>
    public required ImmutableArray<TicketReference> Tickets { get; init; }
}
