namespace TicketExport.Ledger;

/// <summary>Who holds a guard key.</summary>
/// <param name="Generation">The current generation of the key.</param>
/// <param name="Holder">The export that holds it.</param>
public sealed record GuardRecord(int Generation, ExportRecord Holder);
