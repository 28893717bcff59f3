namespace TicketExport.AspNetCore;

/// <summary>What a request asks for, so that a host can split the two permissions further.</summary>
public enum TicketExportOperation
{
    /// <summary>Never asked for.</summary>
    Unknown = 0,

    /// <summary>Reads the link of a source. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    ReadTicket = 1,

    /// <summary>Creates and links a ticket. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    CreateTicket = 2,

    /// <summary>Closes the ticket at its tracker. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    CloseTicket = 3,

    /// <summary>Ends the link. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    UnlinkTicket = 4,

    /// <summary>Reads the thread of a source. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    ReadComments = 5,

    /// <summary>Adds a comment, which goes to the linked ticket as well. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    AddComment = 6,

    /// <summary>Reviews a source. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    Review = 7,

    /// <summary>Approves a source for export. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    Approve = 8,

    /// <summary>Lists exports. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    ListExports = 9,

    /// <summary>Reads one export with its attempts. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    ReadExport = 10,

    /// <summary>Lets an export go on that stopped. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    Retry = 11,

    /// <summary>Says that a ticket of unknown outcome does not exist. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    ConfirmAbsent = 12,

    /// <summary>Puts another ticket into a link. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    Relink = 13,

    /// <summary>Reads the ticket's status at its tracker now. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    SyncStatus = 14,

    /// <summary>Looks at what a file in a ticket's place would be. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    PreviewFile = 15,

    /// <summary>Makes such a file. Needs <see cref="TicketExportAccessLevel.Configure"/>.</summary>
    CreateFile = 16,

    /// <summary>Downloads such a file. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    DownloadFile = 17,

    /// <summary>Reads how the engine and the account's targets stand. Needs <see cref="TicketExportAccessLevel.Read"/>.</summary>
    ReadReadiness = 18,
}
