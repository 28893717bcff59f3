using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    public Task<ImmutableArray<LinkResult>> ChangeLinksAsync(ImmutableArray<LinkCommand> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            LedgerRules.ThrowIfUnusable(command);
        }

        return WriteAsync((session, now) => LedgerWrites.ChangeLinks(session, commands, now), cancellationToken);
    }

    public Task<ImmutableArray<DecisionResult>> DecideAsync(ImmutableArray<DecisionCommand> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            LedgerRules.ThrowIfUnusable(command);
        }

        return WriteAsync((session, now) => LedgerWrites.Decide(session, commands, now), cancellationToken);
    }

    public Task<Page<ExportRecord>> ListAsync(ExportFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ListRules.ThrowIfUnusable(filter);
        var start = PageCursor.Read(page, ListRules.Exports);
        return ReadAsync(session => ListReads.List(session, filter, page, start), cancellationToken);
    }

    public Task<Page<AuditRecord>> ListAuditAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ListRules.ThrowIfUnusable(filter);
        var start = PageCursor.Read(page, ListRules.Audit);
        return ReadAsync(session => ListReads.ListAudit(session, filter, page, start), cancellationToken);
    }

    public Task<TargetCooldown?> FindCooldownAsync(TargetKey target, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        return ReadAsync(
            session => session.Prepare(LedgerSql.ReadCooldown)
                .Set("$account", target.AccountId)
                .Set("$target", target.TargetId)
                .Set("$now", LedgerTime.Floor(_time.GetUtcNow()))
                .QueryFirst(row => new TargetCooldown(target, LedgerRows.ReadTime(row)!.Value)),
            cancellationToken);
    }

    public Task<ImmutableArray<TargetCooldown>> ListCooldownsAsync(string accountId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        return ReadAsync(
            session =>
            {
                var cooldowns = ImmutableArray.CreateBuilder<TargetCooldown>();
                session.Prepare(LedgerSql.ListCooldowns)
                    .Set("$account", accountId)
                    .Set("$now", LedgerTime.Floor(_time.GetUtcNow()))
                    .QueryAll(row => cooldowns.Add(LedgerRows.ReadCooldown(row)));
                return cooldowns.ToImmutable();
            },
            cancellationToken);
    }
}
