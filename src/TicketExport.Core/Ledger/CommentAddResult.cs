namespace TicketExport.Ledger;

/// <summary>What storing a comment came to: a closed set.</summary>
public abstract record CommentAddResult
{
    private CommentAddResult()
    {
    }

    /// <summary>It is stored.</summary>
    /// <param name="Entry">As it is stored.</param>
    /// <param name="Claim">What the claim came to; <see langword="null"/> where none was asked for.</param>
    public sealed record Stored(CommentEntry Entry, CommentClaimResult? Claim) : CommentAddResult;

    /// <summary>The same comment was stored before; nothing was written.</summary>
    /// <param name="Entry">As it is stored.</param>
    public sealed record Known(CommentEntry Entry) : CommentAddResult;

    /// <summary>The id belongs to another comment; nothing was written.</summary>
    public sealed record Conflict : CommentAddResult;
}
