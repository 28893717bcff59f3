using System.Collections.Immutable;

namespace TicketExport.Sweep;

/// <summary>What a sweep found.</summary>
public sealed record SweepReport
{
    /// <summary>How many linked exports were looked up.</summary>
    public int LookedUp { get; init; }

    /// <summary>The markers that two or more tickets carry.</summary>
    public ImmutableArray<DoubledMarker> Doubled { get; init; } = [];

    /// <summary>
    /// Where the next call begins; <see langword="null"/> when all exports were gone through. After a failure it is where this
    /// call began, so that none is left out; what it found is in <see cref="Doubled"/> all the same.
    /// </summary>
    public string? NextCursor { get; init; }

    /// <summary>Why the sweep stopped early, if it did.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>When the tracker may be asked again, if it said so.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
