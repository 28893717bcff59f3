using System.Collections.Immutable;

namespace TicketExport.Review;

/// <summary>All that must be known of a finding before it is exported, as of one moment.</summary>
/// <remarks>
/// Advice: whether a ticket is created is decided by the ledger's guard when the export is claimed, so that a review that is
/// overtaken by another caller never leads to a second ticket.
/// </remarks>
public sealed record TicketReview
{
    /// <summary>The source; its parts are empty where the document lacks them.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>The target.</summary>
    public required string TargetId { get; init; }

    /// <summary>The target's provider key, as configured; <see langword="null"/> when the account has no such target.</summary>
    public string? ProviderKey { get; init; }

    /// <summary>The page of the host that lists the exports of the source's report; <see langword="null"/> for a source without one.</summary>
    public string? ReportLink { get; init; }

    /// <summary>When the review was made.</summary>
    public required DateTimeOffset ReviewedAt { get; init; }

    /// <summary>The steps in the order in which they were taken.</summary>
    public required ImmutableArray<ReviewStep> Steps { get; init; }

    /// <summary>All earlier exports of the source at any target and of any generation, the oldest first.</summary>
    public required ImmutableArray<ReviewedExport> Exports { get; init; }

    /// <summary>
    /// The ticket that counts: the one that guards the source, else the newest one that is linked, at whichever target it is;
    /// <see langword="null"/> when no ticket is linked.
    /// </summary>
    public ReviewedReference? Reference { get; init; }

    /// <summary>The readiness list, the most fundamental item first.</summary>
    public required ImmutableArray<ReadinessItem> Readiness { get; init; }

    /// <summary>Where the source goes from here.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>Whether a file may take the place of a native ticket.</summary>
    public required FallbackOffer Fallback { get; init; }

    /// <summary>Whether the export can be approved now.</summary>
    public required ReviewVerdict Verdict { get; init; }

    /// <summary>Why the export must not go out to this target, where that is so.</summary>
    public StopReason StopReason { get; init; }

    /// <summary>Why the verdict is as it is, in one or two sentences.</summary>
    public required string Message { get; init; }

    /// <summary>Who takes the next step.</summary>
    public required StepOwner Owner { get; init; }

    /// <summary>The steps that can be taken now, the advised one first; never empty.</summary>
    public required ImmutableArray<NextStep> NextSteps { get; init; }

    /// <summary>Before when nothing is sent; <see langword="null"/> when no time is to be waited for.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The items because of which an approval is refused.</summary>
    public ImmutableArray<ReadinessItem> Blocking => [.. Readiness.Where(static item => item.IsBlocking)];

    /// <summary>Gets an item of the readiness list.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="key"/> is no item of the list.</exception>
    public ReadinessItem Item(ReadinessKey key) =>
        Readiness.FirstOrDefault(item => item.Key == key)
        ?? throw new ArgumentOutOfRangeException(nameof(key), key, "The readiness list has no such item; use a value of ReadinessKey other than Unknown.");
}
