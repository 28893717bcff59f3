using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerWrites
{
    public static ImmutableArray<DecisionResult> Decide(SqliteSession session, ImmutableArray<DecisionCommand> commands, DateTimeOffset now) =>
        [.. commands.Select(command => Decide(session, command, now))];

    private static DecisionResult Decide(SqliteSession session, DecisionCommand command, DateTimeOffset now)
    {
        var situation = ReadDecision(session, command.AccountId, command.ExportId);
        var change = LedgerRules.Decide(command, situation, now);
        if (change.Write is { } entry)
        {
            WriteEntry(session, entry, situation!.Entry);
        }

        WriteAudit(session, change.Audit);
        return change.Result;
    }

    private static DecisionSituation? ReadDecision(SqliteSession session, string accountId, string exportId)
    {
        if (ReadEntry(session, accountId, exportId) is not { } entry)
        {
            return null;
        }

        var guard = ReadGuard(session, accountId, LedgerRules.SourceGuardKeyOf(entry.Export));
        return new DecisionSituation(entry)
        {
            Generation = ReadLiveGeneration(session, entry.Export),
            SourceGeneration = guard?.Generation,
            SourceHolder = guard is { ExportId: var holder } && holder != exportId ? ReadEntry(session, accountId, holder) : null,
            HasDocument = OfExport(session, LedgerSql.HasDocument, accountId, exportId).QueryFirst(static _ => true),
        };
    }
}
