namespace TicketExport.Ledger;

/// <summary>What a fact about a ticket comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the writes are durable.</param>
public sealed record SyncChange(SyncWriteResult Result)
{
    /// <summary>The entry to insert or replace; <see langword="null"/> when it stays.</summary>
    public SyncEntry? Write { get; init; }

    /// <summary>The reference that replaces the link's; <see langword="null"/> when it stays.</summary>
    public TicketReference? Reference { get; init; }
}
