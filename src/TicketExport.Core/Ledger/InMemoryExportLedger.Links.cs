using System.Collections.Immutable;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly List<AuditRecord> _audit = [];

    /// <inheritdoc/>
    public Task<ImmutableArray<LinkResult>> ChangeLinksAsync(ImmutableArray<LinkCommand> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            LedgerRules.ThrowIfUnusable(command);
        }

        return Locked<ImmutableArray<LinkResult>>(() => [.. commands.Select(Change)], cancellationToken);
    }

    private LinkResult Change(LinkCommand command)
    {
        var now = _time.GetUtcNow();
        var change = command switch
        {
            LinkCommand.Unlink unlink => LedgerRules.Unlink(unlink, SituationOf(unlink.AccountId, unlink.ExportId), now),
            LinkCommand.Relink relink => LedgerRules.Relink(relink, SituationOf(relink.AccountId, relink.ExportId), now),
            LinkCommand.Link link => LedgerRules.Link(link, SituationOf(link), GenerationOf(link), now),
            LinkCommand.LinkBack back => LedgerRules.LinkBack(back, SituationOf(back), now),
            _ => throw new InvalidOperationException($"{command.GetType()} is not a change of a link."),
        };
        if (change.Write is { } entry)
        {
            Store(entry);
        }

        if (change.NewGeneration is { } generation)
        {
            foreach (var key in GuardsOf(command.AccountId, change.Result.Export!.ExportId))
            {
                _guards[key] = (generation, change.Result.Export.ExportId);
            }
        }

        if (change.NewHolderId is { } holder && command is LinkCommand.Link linked)
        {
            Guard(linked.AccountId, linked.KeysOf(change.Result.Export!.Generation), holder);
        }

        Audit(change.Audit);
        return change.Result;
    }

    private void Audit(AuditRecord? row)
    {
        if (row is not null)
        {
            _audit.Add(row with { Number = _audit.Count + 1 });
        }
    }

    private LinkSituation? SituationOf(string accountId, string exportId) =>
        _entries.TryGetValue((accountId, exportId), out var entry)
            ? new(entry, GuardsOf(accountId, exportId).Max(key => (int?)_guards[key].Generation))
            : null;

    private LinkSituation? SituationOf(LinkCommand.LinkBack back) =>
        _ids.TryGetValue((back.AccountId, back.Key.Value), out var exportId) ? SituationOf(back.AccountId, exportId) : null;

    private ClaimSituation SituationOf(LinkCommand.Link link) => SituationOf(link.AccountId, link.Target.Id, link.KeysOf(GenerationOf(link)));

    private int GenerationOf(LinkCommand.Link link)
    {
        int? current = _guards.TryGetValue((link.AccountId, link.KeysOf(1).GuardKey), out var guard) ? guard.Generation : null;
        return LedgerRules.GenerationOf(link, current, key => EntryOf(link.AccountId, key));
    }

    private List<(string Account, string Key)> GuardsOf(string accountId, string exportId) =>
        [.. _guards.Where(guard => guard.Key.Account == accountId && guard.Value.ExportId == exportId).Select(guard => guard.Key)];
}
