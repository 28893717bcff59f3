namespace TicketExport.Ledger;

/// <summary>What became of a fact about a ticket.</summary>
public enum SyncWriteResult
{
    /// <summary>Never answered.</summary>
    Unknown = 0,

    /// <summary>The fact is stored.</summary>
    Written = 1,

    /// <summary>A newer fact is stored already; nothing was written.</summary>
    Older = 2,

    /// <summary>The link holds another ticket by now, or none; nothing was written.</summary>
    NotLinked = 3,
}
