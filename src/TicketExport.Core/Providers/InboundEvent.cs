using TicketExport.States;

namespace TicketExport.Providers;

/// <summary>One thing that happened at a tracker, as its webhook tells it. All texts are untrusted.</summary>
public sealed record InboundEvent
{
    /// <summary>What happened.</summary>
    public required InboundEventKind Kind { get; init; }

    /// <summary>The ticket as the event names it.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>The status in the tracker's own words, where the event carries it.</summary>
    public string? RawStatus { get; init; }

    /// <summary>The status in the words that all trackers share.</summary>
    public ProviderStatus Status { get; init; }

    /// <summary>
    /// The status that the sender asks the host's own item to take, in the sender's words: given by the ticket-sync profile only. Where
    /// it differs from the ticket's status, <see cref="RawStatus"/> is that.
    /// </summary>
    public string? RequestStatus { get; init; }

    /// <summary>The comment's id, for the kinds that are about one.</summary>
    public string? CommentId { get; init; }

    /// <summary>
    /// Our own id of the comment, where the tracker carries it with the comment and nobody else could have put it there:
    /// <see cref="AddCommentRequest.CommentId"/> as it was sent, or the mark made from it.
    /// </summary>
    public string? OwnCommentId { get; init; }

    /// <summary>The comment, where the event carries it.</summary>
    public ExternalComment? Comment { get; init; }

    /// <summary>Whether only the tracker's own people see the comment: such a comment goes nowhere.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The tracker's id of whoever did it: what an echo of our own is known by.</summary>
    public string? ActorId { get; init; }

    /// <summary>When it happened, by the tracker's clock, if the event says so.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
