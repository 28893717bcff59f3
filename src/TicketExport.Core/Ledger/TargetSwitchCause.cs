namespace TicketExport.Ledger;

/// <summary>What disabled a target or enabled it again.</summary>
public enum TargetSwitchCause
{
    /// <summary>Never stored.</summary>
    Unknown = 0,

    /// <summary>Somebody enabled it.</summary>
    Enabled = 1,

    /// <summary>Somebody disabled it.</summary>
    Person = 2,

    /// <summary>The provider said that the place is gone; see <see cref="Providers.ProviderFault.DisablesTarget"/>.</summary>
    PlaceGone = 3,

    /// <summary>Nothing but failures for as long as <see cref="TicketExportOptions.DisableTargetAfter"/> allows.</summary>
    LongFailure = 4,
}
