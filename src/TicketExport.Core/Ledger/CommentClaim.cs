namespace TicketExport.Ledger;

/// <summary>A caller's hold on a comment. The intent to send it is on record.</summary>
public sealed record CommentClaim
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The comment.</summary>
    public required string CommentId { get; init; }

    /// <summary>The claim's own value.</summary>
    public required string ClaimId { get; init; }

    /// <summary>Rises with each claim; a write with an older token changes nothing.</summary>
    public required long FencingToken { get; init; }

    /// <summary>When the hold ends by itself.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The ticket to send it to.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>Whether an earlier try may have added it at this ticket already.</summary>
    public required bool IsInDoubt { get; init; }

    /// <summary>How many tries were begun, this one included.</summary>
    public required int Tries { get; init; }

    /// <summary>When the first of them was begun.</summary>
    public required DateTimeOffset FirstTriedAt { get; init; }
}
