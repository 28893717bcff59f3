using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<OwnershipRecord?> FindOwnershipAsync(TargetKey target, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        return ReadAsync(session => OwnershipRows.ReadNewest(session, target), cancellationToken);
    }

    public Task<OwnershipResult> ChangeOwnershipAsync(OwnershipCommand command, CancellationToken cancellationToken)
    {
        LedgerRules.ThrowIfUnusable(command);
        return WriteAsync((session, now) => OwnershipRows.Change(session, command, now), cancellationToken);
    }

    public Task<Page<OwnershipRecord>> ListOwnershipAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        var start = PageCursor.Read(page, ListRules.Ownership);
        return ReadAsync(
            session => ListRules.ToPage(OwnershipRows.List(session, target, start?.Number ?? long.MaxValue, page.Size + 1), page),
            cancellationToken);
    }
}
