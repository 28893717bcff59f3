namespace TicketExport.Ledger;

/// <summary>What the end of a claim tells about its target, as opposed to its document.</summary>
public enum TargetSignal
{
    /// <summary>Nothing: the tracker refused the document, asked to wait, or was not called.</summary>
    None = 0,

    /// <summary>The target works: it has the ticket.</summary>
    Works = 1,

    /// <summary>The target could not be reached, did not answer, or let nobody in.</summary>
    Fails = 2,

    /// <summary>The provider said that the place is gone.</summary>
    Gone = 3,
}
