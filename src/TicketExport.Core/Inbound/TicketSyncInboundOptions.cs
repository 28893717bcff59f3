using TicketExport.States;

namespace TicketExport.Inbound;

/// <summary>How a provider takes deliveries of the ticket-sync profile.</summary>
public sealed record TicketSyncInboundOptions
{
    /// <summary>What a sender's status says about its ticket.</summary>
    public required Func<string, ProviderStatus> StatusOf { get; init; }

    /// <summary>
    /// Whether a delivery must carry <c>delivery_id</c> and <c>sent_at</c>, so that one that somebody recorded cannot be sent again: the
    /// profile's signature alone does not hinder that.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>How far <c>sent_at</c> may lie from now, either way, in the strict mode.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);
}
