namespace TicketExport.Ledger;

/// <summary>What came of one page.</summary>
/// <param name="Removed">How many documents were removed.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> after the last one.</param>
public sealed record DocumentRemovalResult(int Removed, DocumentPlace? Next);
