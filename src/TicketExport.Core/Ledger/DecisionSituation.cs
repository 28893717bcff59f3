namespace TicketExport.Ledger;

/// <summary>What a ledger read, inside the decision's own transaction, before it decides on one export.</summary>
/// <param name="Entry">The export.</param>
public sealed record DecisionSituation(LedgerEntry Entry)
{
    /// <summary>The highest generation of the guard rows that name the export; <see langword="null"/> when none does.</summary>
    public int? Generation { get; init; }

    /// <summary>The generation of the guard row of the source as a whole; <see langword="null"/> when there is none.</summary>
    public int? SourceGeneration { get; init; }

    /// <summary>The export that this row names, if it is another one.</summary>
    public LedgerEntry? SourceHolder { get; init; }

    /// <summary>Whether the ledger holds a document for the export.</summary>
    public required bool HasDocument { get; init; }
}
