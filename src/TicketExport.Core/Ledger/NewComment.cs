using TicketExport.Comments;

namespace TicketExport.Ledger;

/// <summary>A comment of the host's that is to be stored.</summary>
public sealed record NewComment
{
    /// <summary>The comment; of <see cref="CommentOrigin.Internal"/> and not delivered.</summary>
    public required ThreadComment Comment { get; init; }

    /// <summary>The claim to send it, made in the same write; <see langword="null"/> where it is not sent now.</summary>
    public CommentClaimRequest? Claim { get; init; }
}
