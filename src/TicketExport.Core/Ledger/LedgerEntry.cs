namespace TicketExport.Ledger;

/// <summary>All that a ledger stores of one export apart from its document and its closed attempts.</summary>
/// <remarks>What an implementation reads before, and writes after, one of the <see cref="LedgerRules"/>.</remarks>
public sealed record LedgerEntry
{
    /// <summary>The export.</summary>
    public required ExportRecord Export { get; init; }

    /// <summary>The claim that worked on the export last; kept after the lease is given back, so that a repeated record is recognised.</summary>
    public string? ClaimId { get; init; }

    /// <summary>When the lease ends by itself; <see langword="null"/> when no claim holds one.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>The newest attempt; <see langword="null"/> when none was begun.</summary>
    public AttemptRecord? LastAttempt { get; init; }

    /// <summary>Whether the newest attempt may have created a ticket, so that it must be settled before another is begun.</summary>
    public bool HasOpenAttempt => LastAttempt?.State is AttemptState.Sending or AttemptState.Unknown;

    /// <summary>Whether a claim holds the export.</summary>
    public bool IsLeasedAt(DateTimeOffset now) => LeaseUntil > now;
}
