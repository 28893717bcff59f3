namespace TicketExport.AspNetCore;

/// <summary>What a caller may do in an account.</summary>
public enum TicketExportAccessLevel
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See tickets, exports, reviews and threads, and write comments.</summary>
    Read = 1,

    /// <summary>All of <see cref="Read"/>, and create, close, unlink, approve, retry, confirm, relink and hand over files.</summary>
    Configure = 2,
}
