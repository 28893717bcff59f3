namespace TicketExport.Ledger;

/// <summary>How far a change of a linked ticket is.</summary>
public enum TicketChangeStage
{
    /// <summary>Refused.</summary>
    Unknown = 0,

    /// <summary>The request is about to leave; refused when the lease is over.</summary>
    Intent = 1,

    /// <summary>It is over, and the lease is given back.</summary>
    Ended = 2,

    /// <summary>The request may still reach the tracker: the lease stays until its end, so that nothing newer is overwritten.</summary>
    InDoubt = 3,

    /// <summary>Nothing was sent: the lease is given back, and everything else of the update is left out of account.</summary>
    Released = 4,
}
