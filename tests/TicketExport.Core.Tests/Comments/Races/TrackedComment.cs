using TicketExport.Providers;

namespace TicketExport.Core.Tests.Comments.Races;

/// <summary>A comment at the simulated tracker.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="OwnId">Our id of it; <see langword="null"/> for a comment of a person.</param>
/// <param name="StartedAt">When the call that added it began; for one of a person, when it was written.</param>
internal sealed record TrackedComment(string Id, string? OwnId, DateTimeOffset StartedAt)
{
    public required string Text { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsPrivate { get; init; }

    /// <summary>When its first event was taken in.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>The event that tells of it as it stands now.</summary>
    public InboundEvent Tell(InboundEventKind kind) => new()
    {
        Kind = kind,
        Ticket = new TicketReference { ProviderTicketId = "T-1" },
        CommentId = Id,
        OwnCommentId = OwnId,
        Comment = kind == InboundEventKind.CommentDeleted ? null : new ExternalComment(Id, OwnId is null ? "Jane" : "Bot", Text, StartedAt),
        IsPrivate = IsPrivate,
        ActorId = OwnId is null || kind != InboundEventKind.CommentAdded ? "person-1" : "bot",
        OccurredAt = ChangedAt,
    };
}
