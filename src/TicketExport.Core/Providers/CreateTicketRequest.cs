using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Rendering;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to create one ticket.</summary>
public sealed record CreateTicketRequest
{
    /// <summary>The account.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketExportDocument Document { get; init; }

    /// <summary>The ticket's body, to be rendered in the tracker's markup.</summary>
    public required TicketBody Body { get; init; }

    /// <summary>The keys; the marker travels inside the create request.</summary>
    public required ExportKeys Keys { get; init; }

    /// <summary>1 for the first try, one more for each retry.</summary>
    public required int Attempt { get; init; }
}
