namespace TicketExport.Portable;

/// <summary>What a wish for a portable file came to.</summary>
public enum PortableFallbackOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The file stands, and the export is parked as <see cref="ExportStatus.Portable"/>.</summary>
    Created = 1,

    /// <summary>The account has no such export.</summary>
    ExportMissing = 2,

    /// <summary>The source has a ticket; open that one.</summary>
    TicketExists = 3,

    /// <summary>A try of unknown outcome may have created a ticket; that is settled or confirmed first.</summary>
    OutcomeUnknown = 4,

    /// <summary>A claim is at work on the export; ask again when it is over.</summary>
    AtWork = 5,

    /// <summary>The target is healthy, or can be made so: the native path is not out.</summary>
    NotEligible = 6,

    /// <summary>The export is parked with another file already; approve it again to leave that state.</summary>
    AlreadyPortable = 7,

    /// <summary>The ledger keeps no readable document for the export, as where its content was unsafe; export the source again.</summary>
    DocumentMissing = 8,

    /// <summary>The redaction gate stops the document; no file was made.</summary>
    ContentUnsafe = 9,

    /// <summary>The folder, disk or stream refused the file; nothing of it is left, and the export is unchanged.</summary>
    FileFailed = 10,

    /// <summary>The export's link was taken away, and the source goes on as another export; ask for that one.</summary>
    Superseded = 11,
}
