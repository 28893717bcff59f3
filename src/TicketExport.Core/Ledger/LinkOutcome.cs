namespace TicketExport.Ledger;

/// <summary>What a change of a link came to.</summary>
public enum LinkOutcome
{
    /// <summary>Never answered.</summary>
    Unknown = 0,

    /// <summary>The ticket is linked now.</summary>
    Linked = 1,

    /// <summary>The same ticket was linked already; nothing was written.</summary>
    AlreadyLinked = 2,

    /// <summary>The link has another ticket now.</summary>
    Relinked = 3,

    /// <summary>The link is ended; the next export creates a ticket.</summary>
    Unlinked = 4,

    /// <summary>Refused: the source is linked to another ticket.</summary>
    Conflict = 5,

    /// <summary>Refused: an export of the source is at work, waits, or has an unknown outcome. Try again once that is settled.</summary>
    InUse = 6,

    /// <summary>Refused: the export has no live link.</summary>
    NotLinked = 7,

    /// <summary>Refused: the account has no such export.</summary>
    NotFound = 8,

    /// <summary>Refused: the row cannot be used; its message says why.</summary>
    Invalid = 9,
}
