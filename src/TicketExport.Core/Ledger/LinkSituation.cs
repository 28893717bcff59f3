namespace TicketExport.Ledger;

/// <summary>What a ledger read, inside the change's own transaction, before it decides on the link of one export.</summary>
/// <param name="Entry">The export.</param>
/// <param name="Generation">The highest generation of the guard rows that name the export; <see langword="null"/> when none does.</param>
public sealed record LinkSituation(LedgerEntry Entry, int? Generation)
{
    /// <summary>Whether the export holds its guard key.</summary>
    public bool IsLive => Generation is { } generation && Entry.Export.Generation >= generation;
}
