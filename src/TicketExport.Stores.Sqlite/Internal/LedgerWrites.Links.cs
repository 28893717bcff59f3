using System.Collections.Immutable;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static ImmutableArray<LinkResult> ChangeLinks(SqliteSession session, ImmutableArray<LinkCommand> commands, DateTimeOffset now) =>
        [.. commands.Select(command => ChangeLink(session, command, now))];

    private static LinkResult ChangeLink(SqliteSession session, LinkCommand command, DateTimeOffset now)
    {
        switch (command)
        {
            case LinkCommand.Link link:
                return Link(session, link, now);
            case LinkCommand.LinkBack back:
                var sent = ReadLink(session, back);
                return Write(session, LedgerRules.LinkBack(back, sent, now), sent?.Entry);
            case LinkCommand.Unlink unlink:
                var live = ReadLink(session, unlink.AccountId, unlink.ExportId);
                return Write(session, LedgerRules.Unlink(unlink, live, now), live?.Entry);
            case LinkCommand.Relink relink:
                var old = ReadLink(session, relink.AccountId, relink.ExportId);
                return Write(session, LedgerRules.Relink(relink, old, now), old?.Entry);
            default:
                throw new InvalidOperationException($"{command.GetType()} is not a change of a link.");
        }
    }

    private static LinkResult Link(SqliteSession session, LinkCommand.Link command, DateTimeOffset now)
    {
        var current = ReadGuard(session, command.AccountId, command.KeysOf(1).GuardKey)?.Generation;
        var generation = LedgerRules.GenerationOf(command, current, key => ReadEntry(session, command.AccountId, key));
        var keys = command.KeysOf(generation);
        var situation = ReadSituation(session, command.AccountId, command.Target.Id, keys);
        var change = LedgerRules.Link(command, situation, generation, now);
        var result = Write(session, change, situation.Own);
        WriteGuard(session, command.AccountId, keys, change.NewHolderId);
        return result;
    }

    private static LinkSituation? ReadLink(SqliteSession session, string accountId, string exportId) =>
        ReadEntry(session, accountId, exportId) is { } entry
            ? new(entry, ReadLiveGeneration(session, entry.Export))
            : null;

    private static LinkSituation? ReadLink(SqliteSession session, LinkCommand.LinkBack back) =>
        ReadEntry(session, back.AccountId, back.Key) is { } entry
            ? new(entry, ReadLiveGeneration(session, entry.Export))
            : null;

    private static int? ReadLiveGeneration(SqliteSession session, ExportRecord export) =>
        OfGuards(session, LedgerSql.ReadLiveGeneration, export)
            .QueryFirst<int?>(static row => row.IsDBNull(0) ? null : row.GetInt32(0));

    // An export holds its source, or its source at its target, or both where the account changed its mind.
    private static SqliteStatement OfGuards(SqliteSession session, string sql, ExportRecord export) =>
        OfExport(session, sql, export.Account.Id, export.ExportId)
            .Set("$source_guard", GuardKeyOf(export, LinkScope.PerSource))
            .Set("$target_guard", GuardKeyOf(export, LinkScope.PerTarget));

    private static string GuardKeyOf(ExportRecord export, LinkScope scope) => ExportKeys.GuardKeyOf(
        export.Fingerprint,
        new TicketTarget { Id = export.TargetId, ProviderKey = export.ProviderKey, LinkScope = scope });

    private static LinkResult Write(SqliteSession session, LinkChange change, LedgerEntry? before)
    {
        if (change.Write is { } entry)
        {
            WriteEntry(session, entry, before);
        }

        if (change.NewGeneration is { } generation)
        {
            OfGuards(session, LedgerSql.RaiseGeneration, change.Result.Export!)
                .Set("$generation", generation)
                .Execute();
        }

        WriteAudit(session, change.Audit);
        return change.Result;
    }

    private static void WriteAudit(SqliteSession session, AuditRecord? row)
    {
        if (row is { } audit)
        {
            session.Prepare(LedgerSql.InsertAudit)
                .Set("$account", audit.AccountId)
                .Set("$at", audit.At)
                .Set("$actor", audit.By.Actor)
                .Set("$reason", audit.By.Reason)
                .Set("$action", (int)audit.Action)
                .Set("$export", audit.ExportId)
                .Set("$ticket", audit.TicketId)
                .Set("$former", audit.FormerTicketId)
                .Set("$overridden", audit.Overridden)
                .Execute();
        }
    }
}
