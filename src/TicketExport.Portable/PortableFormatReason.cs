namespace TicketExport.Portable;

/// <summary>Why a portable file has its format.</summary>
public enum PortableFormatReason
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>The caller asked for it.</summary>
    Requested = 1,

    /// <summary>The target hands tickets to a program, which reads JSON best.</summary>
    AutomationTarget = 2,

    /// <summary>Several sources go into one file, which a table shows best.</summary>
    Batch = 3,

    /// <summary>One source goes to a tracker, where a person copies the body.</summary>
    SingleFinding = 4,
}
