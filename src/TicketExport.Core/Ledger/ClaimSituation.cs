namespace TicketExport.Ledger;

/// <summary>What a ledger read, inside the claim's own transaction, before it decides.</summary>
public sealed record ClaimSituation
{
    /// <summary>The generation of the guard row; <see langword="null"/> when there is none.</summary>
    public int? Generation { get; init; }

    /// <summary>The export that the guard row names; the same as <see cref="Own"/> when that one holds the key.</summary>
    public LedgerEntry? Holder { get; init; }

    /// <summary>The export with the request's idempotency key, if there is one.</summary>
    public LedgerEntry? Own { get; init; }

    /// <summary>The export with the key of <see cref="LedgerRules.PreviousKeyOf"/>, where that is to be read and there is one.</summary>
    public LedgerEntry? Previous { get; init; }

    /// <summary>Until when the target is paused; <see langword="null"/> when it never was.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why the target is disabled; <see langword="null"/> when it is not.</summary>
    public TargetSwitch? Disabled { get; init; }
}
