namespace TicketExport.Sync;

/// <summary>What a sync of one ticket's status came to.</summary>
public enum SyncOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The status was read and mapped.</summary>
    Synced = 1,

    /// <summary>The status was read and cannot be mapped; the tracker's own words are kept.</summary>
    Unmapped = 2,

    /// <summary>The status could not be read. The last one stays readable.</summary>
    Failed = 3,

    /// <summary>The tracker no longer shows the ticket. The link stays and guards until a person relinks or unlinks.</summary>
    Missing = 4,

    /// <summary>The credentials were refused or no longer reach the ticket. Connect the target again; nothing is known of the ticket.</summary>
    Disconnected = 5,

    /// <summary>Nothing was called: the time planned for the next read has not come.</summary>
    Waiting = 6,

    /// <summary>A newer read was recorded meanwhile, or the link changed; what is shown is what is stored.</summary>
    Overtaken = 7,

    /// <summary>The provider cannot read tickets. Nothing was called.</summary>
    NotSupported = 8,

    /// <summary>The export has no ticket, as with a portable file. Nothing was called.</summary>
    NotLinked = 9,

    /// <summary>The account has no such export. Nothing was called.</summary>
    NotFound = 10,
}
