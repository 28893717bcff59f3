namespace TicketExport.Comments;

/// <summary>A comment that somebody in the host writes.</summary>
public sealed record CommentDraft
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The source whose thread it belongs to.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>Who writes, as people should read it. 1 to 256 characters.</summary>
    public required string Author { get; init; }

    /// <summary>The comment, as plain text. 1 to 32,767 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The host's own id, unique inside the account; the same id again adds nothing. 1 to 128 characters.</summary>
    /// <value>Default: <see langword="null"/>, a new id.</value>
    public string? CommentId { get; init; }

    /// <summary>Whether the comment stays in the host whatever happens.</summary>
    public bool IsPrivate { get; init; }
}
