namespace TicketExport.Portable;

/// <summary>What a wish to download a portable file came to.</summary>
public enum PortableDownloadOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The file is open.</summary>
    Opened = 1,

    /// <summary>The account has no such export.</summary>
    ExportMissing = 2,

    /// <summary>The export was not handed over as a file.</summary>
    NoFile = 3,

    /// <summary>The export lacks its source's type or id, its fingerprint or its status, without which a later ticket could not be matched with the file.</summary>
    KeysMissing = 4,

    /// <summary>The store keeps no file under the export's path: it was moved away, or the host keeps it under a key of its own.</summary>
    FileMissing = 5,
}
