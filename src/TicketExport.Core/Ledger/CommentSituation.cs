using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>What a ledger holds that a decision about a comment needs.</summary>
public sealed record CommentSituation
{
    private readonly ImmutableArray<CommentEntry> _unsettled = [];

    /// <summary>The comment with the id in question.</summary>
    public CommentEntry? Own { get; init; }

    /// <summary>The export in question.</summary>
    public ExportRecord? Export { get; init; }

    /// <summary>Until when its target must wait; may be over.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The comment of the same target and ticket that has the tracker's id in question.</summary>
    public CommentEntry? Stamped { get; init; }

    /// <summary>The comments of the same target and ticket that are open (<see cref="CommentEntry.IsOpen"/>) or held (<see cref="CommentEntry.HeldUntil"/>).</summary>
    public ImmutableArray<CommentEntry> Unsettled
    {
        get => _unsettled;
        init => _unsettled = value.IsDefault ? [] : value;
    }

    /// <summary>Our identity at the target, as the newest of our comments that came back tells; <see langword="null"/> while none has.</summary>
    public string? OwnActorId { get; init; }
}
