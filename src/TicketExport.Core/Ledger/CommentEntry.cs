using TicketExport.Comments;

namespace TicketExport.Ledger;

/// <summary>All that a ledger stores of one comment.</summary>
/// <remarks>What an implementation reads before, and writes after, one of the <see cref="CommentRules"/>.</remarks>
public sealed record CommentEntry
{
    /// <summary>The comment.</summary>
    public required ThreadComment Comment { get; init; }

    /// <summary>Whether the thread shows it. A comment whose deletion came before it is kept unseen, so that it is not added afterwards.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The thread does not show it before this time, because it may be one of ours that came back; <see langword="null"/> when nothing is awaited.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The target whose ticket it is at, or was sent to last.</summary>
    public string? TargetId { get; init; }

    /// <summary>The tracker's id of that ticket.</summary>
    public string? TicketId { get; init; }

    /// <summary>The claim that sent it last; kept after its lease is given back.</summary>
    public string? ClaimId { get; init; }

    /// <summary>Rises with each claim.</summary>
    public long FencingToken { get; init; }

    /// <summary>When the lease ends by itself; <see langword="null"/> when no claim holds one.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Whether a try may have added it at the tracker, and is not settled.</summary>
    public bool IsOpen { get; init; }

    /// <summary>How many tries were begun at the ticket it is sent to.</summary>
    public int Tries { get; init; }

    /// <summary>When the first of them was begun.</summary>
    public DateTimeOffset? FirstTriedAt { get; init; }

    /// <summary>When the last of them was begun.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When the newest event of the tracker about it happened, by the tracker's clock.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The tracker's id of whoever wrote it there; of one of ours, our own identity.</summary>
    public string? ActorId { get; init; }
}
