using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Rendering;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to bring one ticket to a newer document.</summary>
public sealed record UpdateTicketRequest
{
    /// <summary>The account.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>What the ticket shall say.</summary>
    public required TicketExportDocument Document { get; init; }

    /// <summary>The ticket's body, to be rendered in the tracker's markup.</summary>
    public required TicketBody Body { get; init; }

    /// <summary>The keys; a tracker that keeps the marker in the body gets it again.</summary>
    public required ExportKeys Keys { get; init; }
}
