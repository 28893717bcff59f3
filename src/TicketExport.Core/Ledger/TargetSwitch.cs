namespace TicketExport.Ledger;

/// <summary>That a target was disabled or enabled again; never changed, never deleted. The newest of a target holds.</summary>
public sealed record TargetSwitch
{
    /// <summary>The actor of a row that no person wrote.</summary>
    public const string ProviderActor = "provider";

    /// <summary>The row's number in its ledger; later rows have higher ones. 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>The account and target.</summary>
    public required TargetKey Target { get; init; }

    /// <summary>What switched it. Anything but <see cref="TargetSwitchCause.Enabled"/> disabled it.</summary>
    public required TargetSwitchCause Cause { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, and why. The actor is <see cref="ProviderActor"/> where an answer of the provider disabled it.</summary>
    public required AuditStamp By { get; init; }

    /// <summary>The failure that disabled it, with the provider's codes; <see langword="null"/> where a person switched it.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Whether nothing is sent to the target from this row on.</summary>
    public bool IsDisabled => Cause != TargetSwitchCause.Enabled;
}
