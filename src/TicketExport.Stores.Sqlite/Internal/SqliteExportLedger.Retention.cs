using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<DocumentRemovalResult> RemoveDocumentsAsync(DocumentRemoval removal, CancellationToken cancellationToken)
    {
        LedgerRules.ThrowIfUnusable(removal);
        return WriteAsync((session, _) => LedgerWrites.RemoveDocuments(session, removal), cancellationToken);
    }
}
