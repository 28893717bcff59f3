namespace TicketExport.Ledger;

/// <summary>What a claim came to: a closed set.</summary>
public abstract record ClaimResult
{
    private ClaimResult()
    {
    }

    /// <summary>The export is this caller's, and its new attempt is durably written as sending.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Export">The export as it stands now.</param>
    public sealed record ToSend(ExportClaim Claim, ExportRecord Export) : ClaimResult;

    /// <summary>The export is this caller's, and its last attempt must be settled before anything is sent.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Export">The export as it stands now.</param>
    /// <param name="OpenAttempt">The attempt of unknown outcome; it ended with the lease of the claim that began it, if nothing else is known.</param>
    public sealed record ToReconcile(ExportClaim Claim, ExportRecord Export, AttemptRecord OpenAttempt) : ClaimResult
    {
        /// <summary>Whether this claim is the first to take over an attempt that nobody recorded an outcome of.</summary>
        public bool IsNewDoubt => OpenAttempt.Failure is null && OpenAttempt.FencingToken == Claim.FencingToken - 1;
    }

    /// <summary>A ticket exists for the guard key.</summary>
    /// <param name="Holder">The export that holds it; its target may be another one than asked for.</param>
    public sealed record Linked(ExportRecord Holder) : ClaimResult
    {
        /// <summary>The export that was due and is blocked from now on; <see langword="null"/> when nothing was written.</summary>
        public ExportRecord? Stopped { get; init; }
    }

    /// <summary>Another claim is at work on the guard key.</summary>
    /// <param name="Holder">The export that is worked on.</param>
    public sealed record Held(ExportRecord Holder) : ClaimResult;

    /// <summary>The export of the guard key waits: for its retry time, or for its unknown outcome to be settled.</summary>
    /// <param name="Holder">The export that waits.</param>
    public sealed record Waiting(ExportRecord Holder) : ClaimResult;

    /// <summary>The target is disabled: nothing is sent until somebody enables it.</summary>
    /// <param name="Export">The export: blocked by this call, or left as it waits; <see langword="null"/> when there is none.</param>
    /// <param name="Switch">Why, and since when.</param>
    public sealed record Disabled(ExportRecord? Export, TargetSwitch Switch) : ClaimResult;

    /// <summary>The guard key has another generation by now; compute the keys again.</summary>
    /// <param name="Generation">The current generation.</param>
    public sealed record GenerationChanged(int Generation) : ClaimResult;
}
