namespace TicketExport.Ledger;

/// <summary>One switch of a target by a person: a closed set.</summary>
public abstract record TargetSwitchCommand
{
    private TargetSwitchCommand(TargetKey target, AuditStamp by)
    {
        Target = target;
        By = by;
    }

    /// <summary>The account and target.</summary>
    public TargetKey Target { get; }

    /// <summary>Who switches it, and why.</summary>
    public AuditStamp By { get; }

    /// <summary>Lets exports go out again, and forgets since when they failed.</summary>
    /// <param name="Target">The account and target.</param>
    /// <param name="By">Who enables it, and why.</param>
    public sealed record Enable(TargetKey Target, AuditStamp By) : TargetSwitchCommand(Target, By);

    /// <summary>Sends nothing to the target from now on.</summary>
    /// <param name="Target">The account and target.</param>
    /// <param name="By">Who disables it, and why.</param>
    public sealed record Disable(TargetKey Target, AuditStamp By) : TargetSwitchCommand(Target, By);
}
