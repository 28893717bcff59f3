namespace TicketExport.Ledger;

/// <summary>What a claim comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the writes are durable.</param>
public sealed record ClaimDecision(ClaimResult Result)
{
    /// <summary>
    /// The entry to insert or replace together with the request's document; <see langword="null"/> when it stays. Its
    /// <see cref="LedgerEntry.LastAttempt"/> is new when it has a higher number than before: sending, or stopped by a ticket.
    /// Else it may have changed: a request that was under way is in doubt from a claim to reconcile on.
    /// </summary>
    public LedgerEntry? Write { get; init; }

    /// <summary>The export that the guard row must name from now on; <see langword="null"/> when the row stays as it is.</summary>
    public string? NewHolderId { get; init; }
}
