namespace TicketExport.Ledger;

/// <summary>What a claim came to, ready to be written.</summary>
public sealed record ExportUpdate
{
    /// <summary>The export's new status.</summary>
    public required ExportStatus Status { get; init; }

    /// <summary>What is known of the claim's attempt now.</summary>
    public required AttemptState AttemptState { get; init; }

    /// <summary>When the next try or look-up is due; <see langword="null"/> when none is planned.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why there is no ticket, or what failed after its creation.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Why the attempt failed, where the export as a whole says something else: a verdict is no failure of the attempt.</summary>
    public ExportFailure? AttemptFailure { get; init; }

    /// <summary>The ticket, if there is one; becomes the export's link.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>
    /// Until when nothing is sent to the export's target, because the tracker asked all requests to wait; a pause that ends
    /// later already stays.
    /// </summary>
    public DateTimeOffset? PauseTargetUntil { get; init; }

    /// <summary>What the outcome tells about the target. One that is gone is disabled with this write.</summary>
    /// <value>Default: <see cref="TargetSignal.None"/>.</value>
    public TargetSignal TargetSignal { get; init; }

    /// <summary>How long a target may do nothing but fail before it is disabled; <see langword="null"/> for ever.</summary>
    public TimeSpan? DisableTargetAfter { get; init; }

    /// <summary>Whether the host wants to be told; see <see cref="LedgerRules.IsTold"/>. The notification is written with the outcome.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool Notify { get; init; }

    /// <summary>
    /// Whether the write may be lost in a power failure, because a look-up would bring the outcome back. A crash of the
    /// process alone loses nothing.
    /// </summary>
    public bool Relaxed { get; init; }
}
