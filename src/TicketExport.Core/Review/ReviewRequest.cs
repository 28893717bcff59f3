namespace TicketExport.Review;

/// <summary>What to review.</summary>
public sealed record ReviewRequest
{
    /// <summary>The finding and the target, as they would be exported.</summary>
    public required ExportRequest Export { get; init; }

    /// <summary>
    /// Whether the review may ask trackers: for the status of the tickets that the source has, and whether the target is connected.
    /// Reads only, and never during a cooldown.
    /// </summary>
    /// <value>Default: <see langword="true"/>. With <see langword="false"/> the review answers from the ledger alone.</value>
    public bool MayAskTracker { get; init; } = true;
}
