namespace TicketExport.Ledger;

/// <summary>What a decision comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the writes are durable.</param>
public sealed record DecisionChange(DecisionResult Result)
{
    /// <summary>The entry to replace, with its last attempt and link; <see langword="null"/> when it stays.</summary>
    public LedgerEntry? Write { get; init; }

    /// <summary>The audit row; <see langword="null"/> when nothing was changed.</summary>
    public AuditRecord? Audit { get; init; }
}
