namespace TicketExport.Sync;

/// <summary>What a wish to close a ticket came to.</summary>
public enum CloseOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The ticket is closed; safe to ask again.</summary>
    Closed = 1,

    /// <summary>The tracker refused.</summary>
    Refused = 2,

    /// <summary>Whether the ticket is closed is not known; safe to ask again.</summary>
    InDoubt = 3,

    /// <summary>Another caller is changing the ticket, or its target is paused; ask again later.</summary>
    Busy = 4,

    /// <summary>The tracker no longer shows the ticket. The link stays.</summary>
    Missing = 5,

    /// <summary>The provider cannot close tickets. Nothing was called.</summary>
    NotSupported = 6,

    /// <summary>The export has no ticket. Nothing was called.</summary>
    NotLinked = 7,

    /// <summary>The account has no such export. Nothing was called.</summary>
    NotFound = 8,
}
