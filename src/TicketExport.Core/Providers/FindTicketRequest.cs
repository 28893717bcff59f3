using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to find the tickets of one export.</summary>
public sealed record FindTicketRequest
{
    /// <summary>The account.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The keys; <see cref="ExportKeys.Marker"/> is what the ticket carries.</summary>
    public required ExportKeys Keys { get; init; }

    /// <summary>When the try of unknown outcome began.</summary>
    public required DateTimeOffset AttemptStartedAt { get; init; }
}
