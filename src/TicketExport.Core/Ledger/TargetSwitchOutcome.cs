namespace TicketExport.Ledger;

/// <summary>What a switch of a target came to.</summary>
public enum TargetSwitchOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The target is enabled now; what waited for it goes on.</summary>
    Enabled = 1,

    /// <summary>The target was not disabled; nothing was written.</summary>
    AlreadyEnabled = 2,

    /// <summary>Nothing is sent to the target from now on. Requests that were under way come to their end.</summary>
    Disabled = 3,

    /// <summary>The target was disabled before; nothing was written, and the earlier reason stays.</summary>
    AlreadyDisabled = 4,

    /// <summary>The account has no such target; nothing was written.</summary>
    NotFound = 5,
}
