namespace TicketExport.Portable.Import;

/// <summary>What came of one row of a filled-in file.</summary>
public enum PortableLinkOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The source is linked to the ticket now.</summary>
    Linked = 1,

    /// <summary>A dry run: the source would be linked, as far as could be seen.</summary>
    WouldLink = 2,

    /// <summary>The source was linked to this ticket before; nothing was written.</summary>
    AlreadyLinked = 3,

    /// <summary>The row names no ticket; nothing was done.</summary>
    NotFilledIn = 4,

    /// <summary>Refused: the source is linked to another ticket.</summary>
    Conflict = 5,

    /// <summary>Refused: an export of the source is at work, waits, or has an unknown outcome. Import the row again once that is settled.</summary>
    InUse = 6,

    /// <summary>Refused: the row cannot be used; its problems say why.</summary>
    Invalid = 7,
}
