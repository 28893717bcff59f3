namespace TicketExport.Ledger;

/// <summary>What a change of an ownership came to.</summary>
public enum OwnershipOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The destination is confirmed now.</summary>
    Confirmed = 1,

    /// <summary>The very destination was confirmed already; nothing was written.</summary>
    AlreadyConfirmed = 2,

    /// <summary>The confirmation is taken back.</summary>
    Withdrawn = 3,

    /// <summary>There is no confirmation to take back; nothing was written.</summary>
    NotConfirmed = 4,

    /// <summary>The account has no such target, or no provider serves it; nothing was written.</summary>
    NotFound = 5,

    /// <summary>The destination is another one than the caller was shown; nothing was written.</summary>
    DestinationChanged = 6,

    /// <summary>
    /// The target itself says that it is confirmed, so that only a change of the target stops exports. A stored confirmation is taken back
    /// all the same.
    /// </summary>
    SetByTarget = 7,
}
