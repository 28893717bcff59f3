namespace TicketExport.Ledger;

/// <summary>A caller's hold on a linked ticket.</summary>
public sealed record TicketChangeClaim
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export.</summary>
    public required string ExportId { get; init; }

    /// <summary>The claim's own value.</summary>
    public required string ClaimId { get; init; }

    /// <summary>Rises with each claim; a write with an older token changes nothing.</summary>
    public required long FencingToken { get; init; }

    /// <summary>When the hold ends by itself.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The ticket that is linked.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>The hash of the document that the ticket holds; <see langword="null"/> when that is not known.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>The hash of the document for which a comment was begun last.</summary>
    public string? CommentHash { get; init; }
}
