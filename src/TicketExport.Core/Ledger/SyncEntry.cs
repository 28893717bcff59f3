namespace TicketExport.Ledger;

/// <summary>All that a ledger stores of the sync of one link.</summary>
/// <remarks>What an implementation reads before, and writes after, one of the <see cref="SyncRules"/>.</remarks>
public sealed record SyncEntry
{
    /// <summary>What is known of the ticket.</summary>
    public required TicketSync Sync { get; init; }

    /// <summary>The claim that changed the ticket last; kept after its lease is given back.</summary>
    public string? ClaimId { get; init; }

    /// <summary>Rises with each claim to change the ticket.</summary>
    public long FencingToken { get; init; }

    /// <summary>When the lease ends by itself; <see langword="null"/> when no claim holds one.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When the newest document was asked for; <see langword="null"/> before the first change.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The hash of the document for which a comment was begun last.</summary>
    public string? CommentHash { get; init; }
}
