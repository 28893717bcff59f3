using TicketExport.Contract;

namespace TicketExport.Providers;

/// <summary>Everything a provider needs to add one comment.</summary>
public sealed record AddCommentRequest
{
    /// <summary>The account.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target.</summary>
    public required TicketTarget Target { get; init; }

    /// <summary>The target's secrets for this attempt; empty when it has none.</summary>
    public required TicketCredential Credential { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>The host's id of the comment, equal over all tries, where the tracker can tell a repeated comment by it.</summary>
    public required string CommentId { get; init; }

    /// <summary>When the first try of this comment was begun: nothing of it is older at the tracker. <see langword="null"/> where that is not known.</summary>
    public DateTimeOffset? FirstTriedAt { get; init; }

    /// <summary>The comment, as plain text.</summary>
    public required string Text { get; init; }
}
