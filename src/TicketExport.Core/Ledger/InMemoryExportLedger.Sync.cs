using System.Collections.Immutable;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly Dictionary<(string Account, string ExportId), SyncEntry> _syncs = [];

    /// <inheritdoc/>
    public Task<ImmutableArray<TicketSync>> FindSyncsAsync(string accountId, ImmutableArray<string> exportIds, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(accountId, exportIds);
        return Locked<ImmutableArray<TicketSync>>(
            () => [.. exportIds
                .Select(id => SyncSituationOf(accountId, id))
                .Where(static found => found.Current is { } entry && entry.Sync.ProviderTicketId == found.Export!.Ticket?.ProviderTicketId)
                .Select(static found => found.Current!.Sync)],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SyncWriteResult> RecordSyncAsync(SyncFact fact, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(fact);
        return Locked(() => RecordSync(fact), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TicketChangeResult> ClaimChangeAsync(TicketChangeRequest request, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(request);
        return Locked(
            () =>
            {
                var decision = SyncRules.ClaimChange(request, SyncSituationOf(request.AccountId, request.ExportId), _time.GetUtcNow());
                Keep(decision.Write);
                return decision.Result;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RecordChangeAsync(TicketChangeClaim claim, TicketChangeUpdate update, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(claim, update);
        return Locked(() => RecordChange(claim, update), cancellationToken);
    }

    private bool RecordChange(TicketChangeClaim claim, TicketChangeUpdate update)
    {
        var now = _time.GetUtcNow();
        var situation = SyncSituationOf(claim.AccountId, claim.ExportId);
        if (SyncRules.RecordChange(claim, update, situation, now) is not { } written)
        {
            return false;
        }

        Keep(written);
        Audit(SyncRules.AuditOf(claim, update, now));
        Pause(situation.Export!, update.PauseTargetUntil);
        return true;
    }

    private SyncWriteResult RecordSync(SyncFact fact)
    {
        var change = SyncRules.Write(fact, SyncSituationOf(fact.AccountId, fact.ExportId));
        Keep(change.Write);
        if (change.Result != SyncWriteResult.NotLinked)
        {
            var key = (fact.AccountId, fact.ExportId);
            Plan(key, _entries[key].Export.TargetId, ScheduleRules.AfterRead(ScheduleOf(key), fact));
        }

        if (change.Write is null)
        {
            return change.Result;
        }

        var entry = _entries[(fact.AccountId, fact.ExportId)];
        if (change.Reference is { } renamed)
        {
            Store(entry with { Export = entry.Export with { Ticket = renamed } });
        }

        Pause(entry.Export, fact.PauseTargetUntil);
        return change.Result;
    }

    private void Pause(ExportRecord export, DateTimeOffset? asked)
    {
        var target = new TargetKey(export.Account.Id, export.TargetId);
        if (LedgerRules.Pause(PauseOf(target), asked) is { } until)
        {
            _pauses[target] = until;
        }
    }

    private SyncSituation SyncSituationOf(string accountId, string exportId) =>
        new(_entries.GetValueOrDefault((accountId, exportId))?.Export, _syncs.GetValueOrDefault((accountId, exportId)));

    private void Keep(SyncEntry? entry)
    {
        if (entry is not null)
        {
            _syncs[(entry.Sync.AccountId, entry.Sync.ExportId)] = entry;
        }
    }
}
