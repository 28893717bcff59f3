namespace TicketExport.Ledger;

/// <summary>What somebody did to a link.</summary>
public enum AuditAction
{
    /// <summary>Never stored.</summary>
    Unknown = 0,

    /// <summary>Linked a ticket that existed before.</summary>
    Linked = 1,

    /// <summary>Linked a ticket as one row of an import.</summary>
    Imported = 2,

    /// <summary>Put another ticket into a link.</summary>
    Relinked = 3,

    /// <summary>Ended a link, so that the next export creates a ticket.</summary>
    Unlinked = 4,
}
