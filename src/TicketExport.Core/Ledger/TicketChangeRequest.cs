namespace TicketExport.Ledger;

/// <summary>The wish to change a linked ticket, alone.</summary>
public sealed record TicketChangeRequest
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export.</summary>
    public required string ExportId { get; init; }

    /// <summary>A value that no other claim uses; tells after a lost acknowledgement whether the claim was written.</summary>
    public required string ClaimId { get; init; }

    /// <summary>
    /// When the document was asked for: an earlier one than the newest is refused. <see langword="null"/> for a change that brings no
    /// document, such as closing.
    /// </summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The hash of the document that the ticket was created with, if that is certain; used until the first change.</summary>
    public string? CreatedHash { get; init; }

    /// <summary>How long the claim is held at most.</summary>
    public required TimeSpan LeaseDuration { get; init; }
}
