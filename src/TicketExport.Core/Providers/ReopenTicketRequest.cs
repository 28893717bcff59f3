using TicketExport.Contract;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to open one closed ticket again.</summary>
public sealed record ReopenTicketRequest
{
    /// <summary>The account.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketReference Ticket { get; init; }
}
