namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly List<OwnershipRecord> _ownership = [];

    /// <inheritdoc/>
    public Task<OwnershipRecord?> FindOwnershipAsync(TargetKey target, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        return Locked(() => NewestOwnership(target), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OwnershipResult> ChangeOwnershipAsync(OwnershipCommand command, CancellationToken cancellationToken)
    {
        LedgerRules.ThrowIfUnusable(command);
        return Locked(() => ChangeOwnership(command), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<OwnershipRecord>> ListOwnershipAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        var start = PageCursor.Read(page, ListRules.Ownership);
        return Locked(
            () => ListRules.ToPage(
                [.. _ownership
                    .Where(row => row.Target == target && (start is null || row.Number < start.Number))
                    .Reverse()
                    .Take(page.Size + 1)],
                page),
            cancellationToken);
    }

    private OwnershipResult ChangeOwnership(OwnershipCommand command)
    {
        var change = LedgerRules.ChangeOwnership(command, NewestOwnership(command.Target), _time.GetUtcNow());
        if (change.Write is { } row)
        {
            _ownership.Add(row with { Number = _ownership.Count + 1 });
        }

        return new(change.Outcome, NewestOwnership(command.Target));
    }

    private OwnershipRecord? NewestOwnership(TargetKey target) => _ownership.FindLast(row => row.Target == target);
}
