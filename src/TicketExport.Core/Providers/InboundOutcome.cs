using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What a delivery of a tracker's webhook came to: a closed set.</summary>
public abstract record InboundOutcome
{
    private InboundOutcome()
    {
    }

    /// <summary>The delivery is the tracker's own.</summary>
    /// <param name="DeliveryId">What a repeated delivery has in common with the first; <see langword="null"/> where the tracker gives no such id.</param>
    /// <param name="Events">What it tells; empty for a kind of event that is no concern of ours.</param>
    public sealed record Authentic(string? DeliveryId, ImmutableArray<InboundEvent> Events) : InboundOutcome;

    /// <summary>The delivery is not believed. Nothing of it was read.</summary>
    /// <param name="Refusal">Why; for the log, never for the sender.</param>
    public sealed record Refused(InboundRefusal Refusal) : InboundOutcome;

    /// <summary>The delivery is the tracker's own, and cannot be read.</summary>
    /// <param name="DeliveryId">As that of <see cref="Authentic"/>.</param>
    public sealed record Malformed(string? DeliveryId) : InboundOutcome;

    /// <summary>The delivery is the sender's own, and lacks a field without which it cannot be applied.</summary>
    /// <param name="DeliveryId">As that of <see cref="Authentic"/>.</param>
    /// <param name="Field">The field, such as <c>external_id</c>; never its value.</param>
    public sealed record Incomplete(string? DeliveryId, string Field) : InboundOutcome;
}
