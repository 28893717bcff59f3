namespace TicketExport.Worker;

/// <summary>What came of one due export.</summary>
internal readonly record struct DueOutcome(DueEnd End)
{
    /// <summary>The ledger holds it as due still, so that it must rest before this process takes it again.</summary>
    public bool IsStillDue { get; init; }

    /// <summary>When the export is due again, where the pipeline has not told the worker.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How long the target's pace allows no further export.</summary>
    public TimeSpan PacedFor { get; init; }
}
