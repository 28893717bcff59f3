using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>One earlier export as it was read.</summary>
internal sealed record ExportFacts
{
    public required ExportRecord Record { get; init; }

    public ImmutableArray<AttemptRecord> Attempts { get; init; } = [];

    /// <summary>The ticket and what is known of it.</summary>
    public ReviewedReference? Reference { get; init; }

    /// <summary>Whether the newest change that was meant for the ticket has reached it.</summary>
    public SyncState SyncState { get; init; }

    /// <summary>Whether the export's history makes a file eligible.</summary>
    public bool IsFallbackEligible { get; init; }

    /// <summary>The tie to the ticket. A ticket that the last read did not find any more is as good as broken.</summary>
    public LinkState Link => Reference?.Link ?? LinkState.None;

    public bool HasOpenAttempt => Attempts is [.., { State: AttemptState.Sending or AttemptState.Unknown }];

    /// <summary>What the engine would say to another export that wants the guard key now.</summary>
    public ExportRefusal KeepsKey(DateTimeOffset now) => ExportMachine.Next(
        new ExportState(
            Record.Status,
            Attempts is [.., var last] ? last.State : AttemptState.None,
            Link,
            IsLeased: Record.Status == ExportStatus.Delivering,
            IsDue: !(Record.RetryAt > now)),
        ExportEvent.KeyWanted).Refusal;
}
