namespace TicketExport.Ledger;

/// <summary>What came of enqueuing an export: a closed set.</summary>
public abstract record EnqueueResult
{
    private EnqueueResult()
    {
    }

    /// <summary>The export is approved and due; written by this call or by an earlier one.</summary>
    /// <param name="Export">The export as it stands now.</param>
    public sealed record Enqueued(ExportRecord Export) : EnqueueResult;

    /// <summary>A ticket exists for the guard key.</summary>
    /// <param name="Holder">The export that holds it; its target may be another one than asked for.</param>
    public sealed record Linked(ExportRecord Holder) : EnqueueResult;

    /// <summary>A claim is at work on the guard key.</summary>
    /// <param name="Holder">The export that is worked on.</param>
    public sealed record Held(ExportRecord Holder) : EnqueueResult;

    /// <summary>The export of the guard key waits already: for its retry time, or for its unknown outcome to be settled.</summary>
    /// <param name="Holder">The export that waits.</param>
    public sealed record Waiting(ExportRecord Holder) : EnqueueResult;

    /// <summary>The target is disabled: nothing is sent until somebody enables it.</summary>
    /// <param name="Export">The export: blocked by this call, or left as it waits; <see langword="null"/> when there is none.</param>
    /// <param name="Switch">Why, and since when.</param>
    public sealed record Disabled(ExportRecord? Export, TargetSwitch Switch) : EnqueueResult;

    /// <summary>The guard key has another generation by now; compute the keys again.</summary>
    /// <param name="Generation">The current generation.</param>
    public sealed record GenerationChanged(int Generation) : EnqueueResult;
}
