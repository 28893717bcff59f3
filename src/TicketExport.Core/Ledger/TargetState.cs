namespace TicketExport.Ledger;

/// <summary>Whether anything may be sent to a target, and how the last exports to it went.</summary>
/// <param name="Target">The account and target.</param>
public sealed record TargetState(TargetKey Target)
{
    /// <summary>Whether nothing is sent to the target until somebody enables it.</summary>
    public bool IsDisabled => Newest is { IsDisabled: true };

    /// <summary>The newest switch: why and since when it is disabled, or who enabled it; <see langword="null"/> when it never was switched.</summary>
    public TargetSwitch? Newest { get; init; }

    /// <summary>When the first of the failures happened that no success followed; <see langword="null"/> when the last export that counted went well.</summary>
    public DateTimeOffset? FailingSince { get; init; }
}
