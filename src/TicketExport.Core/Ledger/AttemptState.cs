namespace TicketExport.Ledger;

/// <summary>What is known of one attempt.</summary>
public enum AttemptState
{
    /// <summary>Never stored.</summary>
    None = 0,

    /// <summary>The request may be on its way. Written before the first byte leaves; becomes unknown when another claim takes over after the lease.</summary>
    Sending = 1,

    /// <summary>The request, or one that it repeats under the same key, left and its effect is not known.</summary>
    Unknown = 2,

    /// <summary>The request created the ticket.</summary>
    Created = 3,

    /// <summary>The request had created the ticket, as a look-up showed.</summary>
    Adopted = 4,

    /// <summary>Proven not created, for good.</summary>
    Rejected = 5,

    /// <summary>Proven not created, for now.</summary>
    NotSent = 6,

    /// <summary>Proven not created because of too many requests.</summary>
    RateLimited = 7,

    /// <summary>Proven not created, as a look-up showed, or repeated under the same key by the attempt that follows.</summary>
    NotCreated = 8,

    /// <summary>Stopped before anything left.</summary>
    Blocked = 9,
}
