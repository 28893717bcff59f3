namespace TicketExport.Ledger;

/// <summary>What somebody did to an export or its link.</summary>
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

    /// <summary>Approved an export, or asked for it again after its cause had changed.</summary>
    Approved = 5,

    /// <summary>Looked at the tracker and said that there is no ticket.</summary>
    ConfirmedAbsent = 6,

    /// <summary>Handed an export over as a file.</summary>
    ParkedAsFile = 7,

    /// <summary>Said that the tracker no longer shows the ticket.</summary>
    ReferenceLost = 8,

    /// <summary>Said that the tracker shows the ticket again.</summary>
    ReferenceSeen = 9,

    /// <summary>Made good what had failed after the creation.</summary>
    FollowUpDone = 10,

    /// <summary>Disconnected the export's target.</summary>
    Disconnected = 11,

    /// <summary>Connected the export's target again.</summary>
    Reconnected = 12,

    /// <summary>Approved an export although items of its review blocked; <see cref="AuditRecord.Overridden"/> names them.</summary>
    Overridden = 13,

    /// <summary>Named the ticket that a receiver had made, in place of the reference that stood for it.</summary>
    LinkedBack = 14,

    /// <summary>Asked for a file in the place of a ticket, and none could be made.</summary>
    FileFailed = 15,

    /// <summary>Asked the tracker to close the ticket.</summary>
    AskedToClose = 16,
}
