using TicketExport.States;

namespace TicketExport.Providers;

/// <summary>A ticket as its tracker shows it.</summary>
public sealed record TicketSnapshot
{
    /// <summary>The status in the tracker's own words; untrusted text.</summary>
    public required string RawStatus { get; init; }

    /// <summary>The status in the words that all trackers share; <see cref="ProviderStatus.Unknown"/> when it cannot be mapped.</summary>
    public required ProviderStatus Status { get; init; }

    /// <summary>The ticket as the tracker names it now; its key and address may be new ones after a move.</summary>
    public required TicketReference Reference { get; init; }

    /// <summary>When the tracker last changed the ticket, if it says so.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
