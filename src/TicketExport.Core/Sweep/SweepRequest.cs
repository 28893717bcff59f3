namespace TicketExport.Sweep;

/// <summary>Which exports a sweep checks.</summary>
public sealed record SweepRequest
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The target's id.</summary>
    public required string TargetId { get; init; }

    /// <summary>The most exports to go through; each linked one costs the tracker a look-up, at the target's pace.</summary>
    /// <value>1 to 500; default: 100.</value>
    public int MaxExports { get; init; } = 100;

    /// <summary>Where to go on, from the report of the call before; <see langword="null"/> to begin with the newest export.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether tickets that are younger than the kept one are closed. The kept one is never touched.</summary>
    /// <value>Default: <see langword="false"/>, they are reported only.</value>
    public bool ClosesYounger { get; init; }
}
