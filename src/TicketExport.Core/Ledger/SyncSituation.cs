namespace TicketExport.Ledger;

/// <summary>What a ledger read, inside the write's own transaction, before it decides on the sync of a link.</summary>
/// <param name="Export">The export; <see langword="null"/> when the account has none of that id.</param>
/// <param name="Current">What is stored of its sync; <see langword="null"/> when nothing is.</param>
public sealed record SyncSituation(ExportRecord? Export, SyncEntry? Current);
