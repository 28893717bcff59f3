namespace TicketExport.Comments;

/// <summary>What an inbound comment came to.</summary>
/// <param name="IsApplied">Whether the thread is another than before, now or once a hold ends.</param>
/// <param name="Reason">Why it is not, in one word; <see langword="null"/> when it is.</param>
internal sealed record CommentApplied(bool IsApplied, string? Reason)
{
    /// <summary>The thread holds it now.</summary>
    public static CommentApplied Applied { get; } = new(true, null);

    /// <summary>Stored, and shown once it is known that it is not one of ours.</summary>
    public static CommentApplied Held { get; } = new(true, "held");

    /// <summary>It came before.</summary>
    public static CommentApplied Duplicate { get; } = new(false, "duplicate");

    /// <summary>It is one of ours that came back.</summary>
    public static CommentApplied Echo { get; } = new(false, "echo");

    /// <summary>A newer change of the same comment is stored, or its deletion.</summary>
    public static CommentApplied Older { get; } = new(false, "older");

    /// <summary>Only people of the tracker see it.</summary>
    public static CommentApplied Private { get; } = new(false, "private");

    /// <summary>Without an id or a text there is nothing to tell it from another by.</summary>
    public static CommentApplied Incomplete { get; } = new(false, "incomplete");
}
