namespace TicketExport.Ledger;

/// <summary>What enqueuing comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the writes are durable.</param>
public sealed record EnqueueDecision(EnqueueResult Result)
{
    /// <summary>The entry to insert or replace together with the request's document; <see langword="null"/> when it stays.</summary>
    public LedgerEntry? Write { get; init; }

    /// <summary>The export that the guard row must name from now on; <see langword="null"/> when the row stays as it is.</summary>
    public string? NewHolderId { get; init; }

    /// <summary>The audit row to write; <see langword="null"/> when there is none.</summary>
    public AuditRecord? Audit { get; init; }
}
