using System.Collections.Immutable;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    /// <inheritdoc/>
    public Task<Page<ExportRecord>> ListAsync(ExportFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ListRules.ThrowIfUnusable(filter);
        var start = PageCursor.Read(page, ListRules.Exports);
        return Locked(
            () => ListRules.ToPage(
                _entries.Values.Select(static entry => entry.Export).Where(export => ListRules.Matches(export, filter, start)),
                page),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<AuditRecord>> ListAuditAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ListRules.ThrowIfUnusable(filter);
        var start = PageCursor.Read(page, ListRules.Audit);
        return Locked(
            () => ListRules.ToPage(
                [.. _audit
                    .Where(row => row.AccountId == filter.AccountId
                        && (filter.ExportId is null || row.ExportId == filter.ExportId)
                        && (start is null || row.Number < start.Number))
                    .OrderByDescending(static row => row.Number)
                    .Take(page.Size + 1)],
                page),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TargetCooldown?> FindCooldownAsync(TargetKey target, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        return Locked(
            () => PauseOf(target) is { } until && until > _time.GetUtcNow() ? new TargetCooldown(target, until) : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<TargetCooldown>> ListCooldownsAsync(string accountId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        return Locked<ImmutableArray<TargetCooldown>>(
            () => [.. _pauses
                .Where(pause => pause.Key.AccountId == accountId && pause.Value > _time.GetUtcNow())
                .OrderBy(static pause => pause.Key)
                .Select(static pause => new TargetCooldown(pause.Key, pause.Value))],
            cancellationToken);
    }
}
