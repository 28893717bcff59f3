namespace TicketExport.Inbound;

/// <summary>What a delivery came to.</summary>
public sealed record InboundResult
{
    /// <summary>What came of it.</summary>
    public required InboundAnswer Answer { get; init; }

    /// <summary>Whether a comment was added, changed or deleted in a thread.</summary>
    public bool AppliedComment { get; init; }

    /// <summary>Whether a status was applied: to the link, or by the host's own map to its source.</summary>
    public bool AppliedStatus { get; init; }

    /// <summary>Why a part was not applied, in one word such as <c>echo</c>, <c>duplicate</c>, <c>status_not_mapped</c>; <see langword="null"/> when all was.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the sender should wait, for <see cref="InboundAnswer.TooMany"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
