using TicketExport.Contract;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to close one ticket.</summary>
public sealed record CloseTicketRequest
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
