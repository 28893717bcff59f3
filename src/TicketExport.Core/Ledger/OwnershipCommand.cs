namespace TicketExport.Ledger;

/// <summary>One change of an ownership: a closed set.</summary>
public abstract record OwnershipCommand
{
    private OwnershipCommand(TargetKey target, AuditStamp by)
    {
        Target = target;
        By = by;
    }

    /// <summary>The account and target.</summary>
    public TargetKey Target { get; }

    /// <summary>Who changes it, and why.</summary>
    public AuditStamp By { get; }

    /// <summary>Confirms that a destination is the account's own.</summary>
    /// <param name="Target">The account and target.</param>
    /// <param name="DestinationHash">The destination: 64 lower-case hexadecimal digits.</param>
    /// <param name="Origin">Scheme, host and port for people; never a path. At most 512 characters.</param>
    /// <param name="By">Who confirms it, and why.</param>
    public sealed record Confirm(TargetKey Target, string DestinationHash, string? Origin, AuditStamp By) : OwnershipCommand(Target, By);

    /// <summary>Takes a confirmation back.</summary>
    /// <param name="Target">The account and target.</param>
    /// <param name="By">Who withdraws it, and why.</param>
    public sealed record Withdraw(TargetKey Target, AuditStamp By) : OwnershipCommand(Target, By);
}
