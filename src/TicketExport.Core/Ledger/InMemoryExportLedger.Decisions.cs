using System.Collections.Immutable;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    /// <inheritdoc/>
    public Task<ImmutableArray<DecisionResult>> DecideAsync(ImmutableArray<DecisionCommand> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            LedgerRules.ThrowIfUnusable(command);
        }

        return Locked<ImmutableArray<DecisionResult>>(() => [.. commands.Select(Decide)], cancellationToken);
    }

    private DecisionResult Decide(DecisionCommand command)
    {
        var change = LedgerRules.Decide(command, DecisionSituationOf(command.AccountId, command.ExportId), _time.GetUtcNow());
        if (change.Write is { } entry)
        {
            Store(entry);
        }

        Audit(change.Audit);
        return change.Result;
    }

    private DecisionSituation? DecisionSituationOf(string accountId, string exportId)
    {
        if (!_entries.TryGetValue((accountId, exportId), out var entry))
        {
            return null;
        }

        var guard = _guards.TryGetValue((accountId, LedgerRules.SourceGuardKeyOf(entry.Export)), out var found) ? found : default;
        return new DecisionSituation(entry)
        {
            Generation = GuardsOf(accountId, exportId).Max(key => (int?)_guards[key].Generation),
            SourceGeneration = guard.ExportId is null ? null : guard.Generation,
            SourceHolder = guard.ExportId is null || guard.ExportId == exportId ? null : _entries[(accountId, guard.ExportId)],
            HasDocument = _documents.ContainsKey((accountId, exportId)),
        };
    }
}
