namespace TicketExport.States;

/// <summary>Why an event changes nothing.</summary>
internal enum ExportRefusal
{
    /// <summary>Not refused.</summary>
    None = 0,

    /// <summary>The event does not belong to this status.</summary>
    WrongStatus,

    /// <summary>A ticket is linked.</summary>
    HasTicket,

    /// <summary>No ticket is linked.</summary>
    NoTicket,

    /// <summary>The link was taken away; the source goes on as another export.</summary>
    Unlinked,

    /// <summary>A claim is at work on the export.</summary>
    Leased,

    /// <summary>No claim is at work on the export.</summary>
    NotLeased,

    /// <summary>The planned time has not come.</summary>
    NotDue,

    /// <summary>An attempt may have created a ticket and must be settled first.</summary>
    OpenAttempt,

    /// <summary>No attempt waits for this answer.</summary>
    NoOpenAttempt,

    /// <summary>The export goes on by itself.</summary>
    GoesOn,
}
