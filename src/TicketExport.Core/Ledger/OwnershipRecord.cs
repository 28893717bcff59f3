namespace TicketExport.Ledger;

/// <summary>That somebody confirmed or withdrew the ownership of a destination; never changed, never deleted. The newest of a target holds.</summary>
public sealed record OwnershipRecord
{
    /// <summary>The row's number in its ledger; later rows have higher ones. 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>The account and target.</summary>
    public required TargetKey Target { get; init; }

    /// <summary>The destination that was confirmed: 64 lower-case hexadecimal digits. Another destination is not confirmed by it.</summary>
    public required string DestinationHash { get; init; }

    /// <summary>Scheme, host and port of the destination, for people; <see langword="null"/> where it has no address.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether it was confirmed; <see langword="false"/> when it was withdrawn.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, and why.</summary>
    public required AuditStamp By { get; init; }
}
