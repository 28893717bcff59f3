namespace TicketExport.Ledger;

/// <summary>What an inbound comment came to.</summary>
public enum InboundCommentResult
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The thread is another than before.</summary>
    Applied = 1,

    /// <summary>Stored, and shown once it is known not to be one of ours, or after a minute.</summary>
    Held = 2,

    /// <summary>It was known; nothing changed.</summary>
    Duplicate = 3,

    /// <summary>It is one of ours; nothing was added.</summary>
    Echo = 4,

    /// <summary>Something newer is known of the comment; nothing changed.</summary>
    Older = 5,

    /// <summary>Only people of the tracker see it, and the thread does not hold it.</summary>
    Private = 6,
}
