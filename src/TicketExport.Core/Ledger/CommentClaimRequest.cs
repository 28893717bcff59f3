namespace TicketExport.Ledger;

/// <summary>The wish to send a comment, alone.</summary>
public sealed record CommentClaimRequest
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The comment.</summary>
    public required string CommentId { get; init; }

    /// <summary>The export whose ticket it is sent to.</summary>
    public required string ExportId { get; init; }

    /// <summary>A value that no other claim uses; tells after a lost acknowledgement whether the claim was written.</summary>
    public required string ClaimId { get; init; }

    /// <summary>How long the claim is held at most.</summary>
    public required TimeSpan LeaseDuration { get; init; }

    /// <summary>Whether a worker asks, who may take only what is due; a person may also ask for what was refused, is in doubt or was never sent.</summary>
    public bool IsDueWork { get; init; }
}
