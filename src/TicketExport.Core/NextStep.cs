namespace TicketExport;

/// <summary>The next safe step after a call that brought no new ticket.</summary>
public enum NextStep
{
    /// <summary>Nothing to do.</summary>
    None = 0,

    /// <summary>Wait: the retry is planned.</summary>
    Wait = 1,

    /// <summary>Open the ticket that exists.</summary>
    OpenExisting = 2,

    /// <summary>Change the document.</summary>
    FixDocument = 3,

    /// <summary>Complete the required fields of the target.</summary>
    FixMapping = 4,

    /// <summary>Change the target's settings or renew its credentials.</summary>
    FixSettings = 5,

    /// <summary>Look at the tracker and confirm whether the ticket exists.</summary>
    Confirm = 6,

    /// <summary>Hand over a file instead.</summary>
    UsePortableFile = 7,

    /// <summary>Read the ticket's status again, or send the change again.</summary>
    RetrySync = 8,

    /// <summary>Connect the target again: renew its credentials or give them their reach back.</summary>
    Reconnect = 9,

    /// <summary>Put the right ticket into the link, or end the link.</summary>
    Relink = 10,

    /// <summary>Bring the ticket that exists to the document.</summary>
    UpdateExisting = 11,

    /// <summary>Look at the evidence or test again: the outside team closed its ticket, which proves nothing of the finding.</summary>
    CheckEvidence = 12,

    /// <summary>Approve the export.</summary>
    Approve = 13,
}
