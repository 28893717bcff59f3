using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static DocumentRemovalResult RemoveDocuments(SqliteSession session, DocumentRemoval removal)
    {
        var page = new List<ExportRecord>();
        session.Prepare(LedgerSql.ListDocuments)
            .Set("$account", removal.After?.AccountId ?? "")
            .Set("$export", removal.After?.ExportId ?? "")
            .Set("$limit", removal.Size)
            .QueryAll(row => page.Add(LedgerRows.ReadExport(row)));
        var removed = 0;
        foreach (var export in page.Where(export => LedgerRules.MayForgetDocument(export, removal.Before)))
        {
            session.Prepare(LedgerSql.RemoveDocument).Set("$account", export.Account.Id).Set("$export", export.ExportId).Execute();
            removed++;
        }

        return new(removed, page.Count < removal.Size ? null : new(page[^1].Account.Id, page[^1].ExportId));
    }
}
