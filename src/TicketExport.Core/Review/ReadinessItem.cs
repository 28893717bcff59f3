namespace TicketExport.Review;

/// <summary>One item of the readiness list.</summary>
public sealed record ReadinessItem
{
    /// <summary>Which item.</summary>
    public required ReadinessKey Key { get; init; }

    /// <summary>What the review found.</summary>
    public required ReviewState State { get; init; }

    /// <summary>Whether it is as it should be.</summary>
    public bool IsMet => State == ReviewState.Met;

    /// <summary>Whether an approval is refused because of it.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>Whether somebody with the right may approve all the same; see <see cref="ApprovalRequest.Override"/>.</summary>
    public bool IsOverridable { get; init; }

    /// <summary>What was found and what to change, in one or two sentences. Holds no secret and no payload.</summary>
    public required string Message { get; init; }

    /// <summary>Who takes the next step; <see cref="StepOwner.None"/> where there is none to take.</summary>
    public StepOwner Owner { get; init; }

    /// <summary>The next step; <see cref="NextStep.None"/> where there is none to take.</summary>
    public NextStep NextStep { get; init; }

    /// <summary>The configuration key to change, where one is to blame.</summary>
    public string? Setting { get; init; }

    /// <summary>The page of the host where it is put right, where the host named one.</summary>
    public string? HelpLink { get; init; }

    /// <summary>The target that the item is about, in a list over several targets; <see langword="null"/> in a review.</summary>
    public string? TargetId { get; init; }

    /// <summary>The earlier export that the item is about, where it is about one.</summary>
    public string? ExportId { get; init; }

    /// <summary>When waiting alone will have helped, where a time is known.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why the export must not go out to this target, where that is so.</summary>
    public StopReason StopReason { get; init; }
}
