namespace TicketExport.Ledger;

/// <summary>What a change of a link comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Result">The answer for the caller, true once the writes are durable.</param>
public sealed record LinkChange(LinkResult Result)
{
    /// <summary>The entry to insert or replace; <see langword="null"/> when it stays.</summary>
    public LedgerEntry? Write { get; init; }

    /// <summary>The export that the guard row of a linked source must name; <see langword="null"/> when the row stays.</summary>
    public string? NewHolderId { get; init; }

    /// <summary>The generation of all guard rows that name the export; <see langword="null"/> when they stay.</summary>
    public int? NewGeneration { get; init; }

    /// <summary>The audit row; <see langword="null"/> when nothing was changed.</summary>
    public AuditRecord? Audit { get; init; }
}
