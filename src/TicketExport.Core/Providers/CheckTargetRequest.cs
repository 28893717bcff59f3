namespace TicketExport.Providers;

/// <summary>Everything a provider needs to ask its tracker about a target.</summary>
public sealed record CheckTargetRequest
{
    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }
}
