using TicketExport.Review;

namespace TicketExport.Portable;

/// <summary>One item of a preview's list, in the shape of <see cref="ReadinessItem"/>.</summary>
public sealed record PortableReadinessItem
{
    /// <summary>Which item.</summary>
    public required PortableReadinessKey Key { get; init; }

    /// <summary>What was found; never <see cref="ReviewState.NotChecked"/>.</summary>
    public required ReviewState State { get; init; }

    /// <summary>Whether it is as it should be.</summary>
    public bool IsMet => State == ReviewState.Met;

    /// <summary>Whether no file is made because of it.</summary>
    public bool IsBlocking => !IsMet;

    /// <summary>What was found and what to change, in one or two sentences. Holds no secret and no payload.</summary>
    public required string Message { get; init; }

    /// <summary>Who takes the next step; <see cref="StepOwner.None"/> where there is none to take.</summary>
    public StepOwner Owner { get; init; }

    /// <summary>The next step; <see cref="NextStep.None"/> where there is none to take.</summary>
    public NextStep NextStep { get; init; }
}
