namespace TicketExport.Comments;

/// <summary>One comment of a thread.</summary>
public sealed record ThreadComment
{
    /// <summary>The id inside the account: the host's own, or ours.</summary>
    public required string CommentId { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The source whose thread it belongs to.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>Where it was written.</summary>
    public required CommentOrigin Origin { get; init; }

    /// <summary>Who wrote it, as the side it was written on shows the name; untrusted text when it is external.</summary>
    public required string Author { get; init; }

    /// <summary>The comment as plain text. Untrusted when it is external, and empty once that was deleted; one of the host's keeps its text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written, by the clock of the side it was written on.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When its text was changed last; <see langword="null"/> when it never was.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether the tracker says that it was deleted there.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether it stays in the host.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The export whose ticket it came from or was brought to.</summary>
    public string? ExportId { get; init; }

    /// <summary>The tracker's id of it (<c>external_comment_id</c>).</summary>
    public string? ExternalCommentId { get; init; }

    /// <summary>Whether it has reached the ticket.</summary>
    public CommentDelivery Delivery { get; init; }

    /// <summary>Why it has not.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>When it is sent again; <see langword="null"/> when it is not.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
