namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    /// <inheritdoc/>
    public Task<DocumentRemovalResult> RemoveDocumentsAsync(DocumentRemoval removal, CancellationToken cancellationToken)
    {
        LedgerRules.ThrowIfUnusable(removal);
        return Locked(() => RemoveDocuments(removal), cancellationToken);
    }

    private DocumentRemovalResult RemoveDocuments(DocumentRemoval removal)
    {
        var page = _documents.Keys
            .Where(key => removal.After is not { } after || Compare(key, (after.AccountId, after.ExportId)) > 0)
            .Order(Comparer<(string Account, string ExportId)>.Create(Compare))
            .Take(removal.Size)
            .ToList();
        var removed = page.Count(key => LedgerRules.MayForgetDocument(_entries[key].Export, removal.Before) && _documents.Remove(key));
        return new(removed, page.Count < removal.Size ? null : new(page[^1].Account, page[^1].ExportId));
    }

    private static int Compare((string Account, string ExportId) one, (string Account, string ExportId) other) =>
        string.CompareOrdinal(one.Account, other.Account) is not 0 and var order ? order : string.CompareOrdinal(one.ExportId, other.ExportId);
}
