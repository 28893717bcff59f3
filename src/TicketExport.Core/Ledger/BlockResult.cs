namespace TicketExport.Ledger;

/// <summary>What came of writing down that an export was stopped: a closed set.</summary>
public abstract record BlockResult
{
    private BlockResult()
    {
    }

    /// <summary>The export is blocked, with an attempt that tells why.</summary>
    /// <param name="Export">The export as it stands now.</param>
    public sealed record Blocked(ExportRecord Export) : BlockResult;

    /// <summary>
    /// Nothing was written: the source has a ticket, a claim is at work on it, or its export waits for a planned time, for an
    /// unknown outcome or for a person.
    /// </summary>
    /// <param name="Holder">The export that stays as it is; its target may be another one than asked for.</param>
    public sealed record Kept(ExportRecord Holder) : BlockResult;

    /// <summary>The guard key has another generation by now; compute the keys again.</summary>
    /// <param name="Generation">The current generation.</param>
    public sealed record GenerationChanged(int Generation) : BlockResult;
}
