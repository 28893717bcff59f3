namespace TicketExport.Ledger;

/// <summary>What a claim to change a linked ticket comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the write is durable.</param>
public sealed record TicketChangeDecision(TicketChangeResult Result)
{
    /// <summary>The entry to insert or replace; <see langword="null"/> when it stays.</summary>
    public SyncEntry? Write { get; init; }
}
