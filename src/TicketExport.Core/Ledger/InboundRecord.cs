using TicketExport.Providers;

namespace TicketExport.Ledger;

/// <summary>What came of one event that was believed. Holds ids and words, and nothing of the event's texts.</summary>
public sealed record InboundRecord
{
    /// <summary>The row's number in its ledger; later rows have higher ones. 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>The account and target; the account is empty where a shared target's event named no linked ticket.</summary>
    public required TargetKey Target { get; init; }

    /// <summary>When it came in. Set by the ledger.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The sender's id of the delivery that it was part of.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>What it tells.</summary>
    public required InboundEventKind Kind { get; init; }

    /// <summary>The ticket, as the event names it.</summary>
    public string? TicketId { get; init; }

    /// <summary>The export whose link the ticket is; <see langword="null"/> when there is none, or none for certain.</summary>
    public string? ExportId { get; init; }

    /// <summary>The tracker's id of whoever did it.</summary>
    public string? ActorId { get; init; }

    /// <summary>When it happened, by the tracker's clock.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Whether it changed something here, or planned a read.</summary>
    public bool IsApplied { get; init; }

    /// <summary>Why it did not, in one word; <see langword="null"/> when there is nothing to say.</summary>
    public string? Reason { get; init; }
}
