using TicketExport.Providers;

namespace TicketExport.Ledger;

/// <summary>What a tracker tells about one comment of a linked ticket.</summary>
public sealed record InboundComment
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The source whose thread it belongs to.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>The export whose link the ticket is.</summary>
    public required string ExportId { get; init; }

    /// <summary>The target whose secret verified the event.</summary>
    public required string TargetId { get; init; }

    /// <summary>The tracker's id of the ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>What happened: the comment was added, edited or deleted.</summary>
    public required InboundEventKind Kind { get; init; }

    /// <summary>The tracker's id of the comment.</summary>
    public required string ExternalCommentId { get; init; }

    /// <summary>Who wrote it; 0 to 256 characters.</summary>
    public string Author { get; init; } = "";

    /// <summary>The text; 0 to 32,767 characters.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was written, by the tracker's clock.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When this happened, by the tracker's clock; <see langword="null"/> where the tracker does not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The tracker's id of whoever did it.</summary>
    public string? ActorId { get; init; }

    /// <summary>Our own id of the comment, or the mark made from it, where the tracker carries one.</summary>
    public string? OwnCommentId { get; init; }

    /// <summary>Whether only people of the tracker see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The id it gets in the account where it is new; used by no other comment.</summary>
    public required string NewCommentId { get; init; }
}
