using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<TargetState> FindTargetStateAsync(TargetKey target, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        return ReadAsync(session => TargetRows.ReadState(session, target), cancellationToken);
    }

    public Task<TargetSwitchResult> SwitchTargetAsync(TargetSwitchCommand command, CancellationToken cancellationToken)
    {
        LedgerRules.ThrowIfUnusable(command);
        return WriteAsync((session, now) => TargetRows.Switch(session, command, now), cancellationToken);
    }

    public Task<Page<TargetSwitch>> ListTargetSwitchesAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        var start = PageCursor.Read(page, ListRules.TargetSwitches);
        return ReadAsync(
            session => ListRules.ToPage(TargetRows.List(session, target, start?.Number ?? long.MaxValue, page.Size + 1), page),
            cancellationToken);
    }
}
