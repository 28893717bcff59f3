using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>An authentic delivery and what it brings, ready to be written in one transaction.</summary>
public sealed record InboundReceipt
{
    private readonly ImmutableArray<InboundEntry> _entries = [];

    /// <summary>The account and target; the account is empty for a target that several share.</summary>
    public required TargetKey Target { get; init; }

    /// <summary>The sender's id of the delivery; <see langword="null"/> where it gives none, and nothing is remembered to tell a repetition by.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>A hash of the delivery's bytes.</summary>
    public required string BodyHash { get; init; }

    /// <summary>What it brings.</summary>
    public ImmutableArray<InboundEntry> Entries
    {
        get => _entries;
        init => _entries = value.IsDefault ? [] : value;
    }
}
