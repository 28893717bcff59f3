namespace TicketExport.Ledger;

/// <summary>What a claim to send a comment came to: a closed set.</summary>
public abstract record CommentClaimResult
{
    private CommentClaimResult()
    {
    }

    /// <summary>It is this caller's to send.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Entry">The comment.</param>
    public sealed record ToSend(CommentClaim Claim, CommentEntry Entry) : CommentClaimResult;

    /// <summary>It is sent later: its time has not come, its target is paused, or another caller is sending it.</summary>
    /// <param name="Until">When it can be sent at the earliest.</param>
    /// <param name="Entry">The comment.</param>
    public sealed record Waiting(DateTimeOffset Until, CommentEntry Entry) : CommentClaimResult;

    /// <summary>There is nothing to send: it stands at the tracker, is private, came from the tracker, or is not due.</summary>
    /// <param name="Entry">The comment.</param>
    public sealed record Settled(CommentEntry Entry) : CommentClaimResult;

    /// <summary>The export has no ticket, so that nothing is sent until somebody asks again.</summary>
    /// <param name="Entry">The comment.</param>
    public sealed record NotLinked(CommentEntry Entry) : CommentClaimResult;

    /// <summary>The account has no such comment.</summary>
    public sealed record NotFound : CommentClaimResult;
}
