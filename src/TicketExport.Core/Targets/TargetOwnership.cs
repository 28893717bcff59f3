using TicketExport.Ledger;

namespace TicketExport.Targets;

/// <summary>How the ownership of a target's present destination stands.</summary>
public sealed record TargetOwnership
{
    /// <summary>The target's id.</summary>
    public required string TargetId { get; init; }

    /// <summary>The present destination as a hash: shows nothing of its address, and is another one when the destination is.</summary>
    public required string Destination { get; init; }

    /// <summary>Scheme, host and port of the destination, for people; <see langword="null"/> where it has no address.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether exports may be sent there.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Whether the destination needs no confirmation, because nothing leaves this process.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether the target itself says that it is confirmed; see <see cref="TicketTarget.OwnershipConfirmed"/>.</summary>
    public bool IsSetByTarget { get; init; }

    /// <summary>Whether the newest confirmation was for another destination than the present one.</summary>
    public bool IsVoid => Newest is { IsConfirmed: true } && Newest.DestinationHash != Destination;

    /// <summary>The newest confirmation or withdrawal; <see langword="null"/> when there is none.</summary>
    public OwnershipRecord? Newest { get; init; }
}
