namespace TicketExport.Ledger;

/// <summary>What blocking an export comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the writes are durable.</param>
public sealed record BlockDecision(BlockResult Result)
{
    /// <summary>
    /// The entry to insert or replace together with the request's document; <see langword="null"/> when it stays. Its
    /// <see cref="LedgerEntry.LastAttempt"/> is new, or the last one once more when the same thing stopped the export again.
    /// </summary>
    public LedgerEntry? Write { get; init; }

    /// <summary>The export that the guard row must name from now on; <see langword="null"/> when the row stays as it is.</summary>
    public string? NewHolderId { get; init; }
}
