using System.Collections.Immutable;
using TicketExport.Identity;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private ClaimResult Claim(ClaimRequest request)
    {
        var account = request.Account.Id;
        var decision = LedgerRules.Claim(request, SituationOf(account, request.TargetId, request.Keys), _time.GetUtcNow());
        if (decision.Write is { } entry)
        {
            Store(entry);
            Keep(request);
        }

        Guard(account, request.Keys, decision.NewHolderId);
        return decision.Result;
    }

    private EnqueueResult Enqueue(EnqueueRequest request)
    {
        var account = request.Account.Id;
        var decision = LedgerRules.Enqueue(request, SituationOf(account, request.TargetId, request.Keys), _time.GetUtcNow());
        if (decision.Write is { } entry)
        {
            Store(entry);
            Keep(request);
        }

        Guard(account, request.Keys, decision.NewHolderId);
        Audit(decision.Audit);
        return decision.Result;
    }

    private BlockResult Block(BlockRequest request)
    {
        var account = request.Account.Id;
        var decision = LedgerRules.Block(request, SituationOf(account, request.TargetId, request.Keys), _time.GetUtcNow());
        if (decision.Write is { } entry)
        {
            Store(entry);
            if (!Keep(request))
            {
                _documents.Remove((account, entry.Export.ExportId));
            }
        }

        Guard(account, request.Keys, decision.NewHolderId);
        return decision.Result;
    }

    // The export may carry another id than the request's: the one under which its key came first.
    private bool Keep(ExportOrder order)
    {
        if (!order.DocumentJson.IsEmpty)
        {
            _documents[(order.Account.Id, _ids[(order.Account.Id, order.Keys.IdempotencyKey.Value)])] = order.DocumentJson.ToArray();
        }

        return !order.DocumentJson.IsEmpty;
    }

    private ExportClaim? BeginAttempt(ExportClaim claim)
    {
        var key = (claim.AccountId, claim.ExportId);
        if (!_entries.TryGetValue(key, out var entry) || LedgerRules.BeginAttempt(claim, entry, DisabledOf(new(claim.AccountId, entry.Export.TargetId)), _time.GetUtcNow()) is not { } change)
        {
            return null;
        }

        if (change.Write is { } written)
        {
            _attempts[key] = _attempts[key].SetItem(change.Ended!.Number - 1, change.Ended);
            Store(written);
        }

        return change.Claim;
    }

    private bool Record(ExportClaim claim, ExportUpdate update)
    {
        var key = (claim.AccountId, claim.ExportId);
        if (!_entries.TryGetValue(key, out var entry) || LedgerRules.Record(claim, update, entry, _time.GetUtcNow()) is not { } written)
        {
            return false;
        }

        var target = new TargetKey(claim.AccountId, written.Export.TargetId);
        if (!ReferenceEquals(written, entry))
        {
            Report(target, update);
            Tell(written.Export, update);
        }

        Store(written);
        if (LedgerRules.Pause(PauseOf(target), update.PauseTargetUntil) is { } until)
        {
            _pauses[target] = until;
        }

        return true;
    }

    private ImmutableArray<DueExport> FindDue(DueQuery query) => DueRules.Order(DueIn(_lanes, query, _time.GetUtcNow()), query);

    private IEnumerable<DueExport> DueIn(
        SortedDictionary<TargetKey, SortedSet<(DateTimeOffset DueAt, string ExportId)>> lanes,
        DueQuery query,
        DateTimeOffset now) => lanes
            .Where(lane => !query.Excluded.Contains(lane.Key) && !(PauseOf(lane.Key) > now) && !StateOf(lane.Key).IsDisabled)
            .SelectMany(lane => lane.Value
                .TakeWhile(place => place.DueAt <= now)
                .Take(query.Limit)
                .Select(place => new DueExport(lane.Key, place.ExportId, place.DueAt)));

    private ClaimSituation SituationOf(string account, string targetId, ExportKeys keys)
    {
        var guard = _guards.TryGetValue((account, keys.GuardKey), out var found) ? found : default;
        return new ClaimSituation
        {
            Generation = guard.ExportId is null ? null : guard.Generation,
            Holder = guard.ExportId is null ? null : _entries[(account, guard.ExportId)],
            Own = EntryOf(account, keys.IdempotencyKey),
            Previous = LedgerRules.PreviousKeyOf(keys, targetId, guard.ExportId is null ? null : guard.Generation) is { } previous ? EntryOf(account, previous) : null,
            PausedUntil = PauseOf(new TargetKey(account, targetId)),
            Disabled = DisabledOf(new TargetKey(account, targetId)),
        };
    }

    private LedgerEntry? EntryOf(string account, IdempotencyKey key) => _ids.TryGetValue((account, key.Value), out var id) ? _entries[(account, id)] : null;

    private TargetSwitch? DisabledOf(TargetKey target) => StateOf(target) is { IsDisabled: true, Newest: var disabled } ? disabled : null;

    private DateTimeOffset? PauseOf(TargetKey target) => _pauses.TryGetValue(target, out var until) ? until : null;

    private void Guard(string account, ExportKeys keys, string? holderId)
    {
        if (holderId is not null)
        {
            _guards[(account, keys.GuardKey)] = (keys.Generation, holderId);
        }
    }

    private void Store(LedgerEntry entry)
    {
        var export = entry.Export;
        var key = (export.Account.Id, export.ExportId);
        if (_ids.TryAdd((export.Account.Id, export.IdempotencyKey.Value), export.ExportId))
        {
            AddNew(key, entry);
        }

        var lane = LaneOf(_lanes, new TargetKey(export.Account.Id, export.TargetId));
        if (_entries.TryGetValue(key, out var old) && DueRules.DueAt(old) is { } before)
        {
            lane.Remove((before, export.ExportId));
        }

        if (DueRules.DueAt(entry) is { } dueAt)
        {
            lane.Add((dueAt, export.ExportId));
        }

        if (ScheduleRules.AfterLink(old?.Export, export) is { } schedule)
        {
            Plan(key, export.TargetId, schedule);
        }

        if (entry.LastAttempt is { } last)
        {
            var attempts = _attempts[key];
            _attempts[key] = last.Number > attempts.Length ? attempts.Add(last) : attempts.SetItem(last.Number - 1, last);
        }

        _entries[key] = entry;
    }

    private void AddNew((string Account, string ExportId) key, LedgerEntry entry)
    {
        if (!_attempts.TryAdd(key, []))
        {
            _ids.Remove((key.Account, entry.Export.IdempotencyKey.Value));
            throw new TicketExportException($"The export id {key.ExportId} is taken by another export; give each new export an id of its own.");
        }

        var source = (key.Account, entry.Export.Source);
        if (!_sources.TryGetValue(source, out var ids))
        {
            _sources[source] = ids = [];
        }

        ids.Add(key.ExportId);
    }

    private static SortedSet<(DateTimeOffset DueAt, string ExportId)> LaneOf(
        SortedDictionary<TargetKey, SortedSet<(DateTimeOffset DueAt, string ExportId)>> lanes,
        TargetKey target)
    {
        if (!lanes.TryGetValue(target, out var lane))
        {
            lanes[target] = lane = new(PlaceOrder);
        }

        return lane;
    }

    private static Comparer<(DateTimeOffset DueAt, string ExportId)> PlaceOrder { get; } =
        Comparer<(DateTimeOffset DueAt, string ExportId)>.Create(static (left, right) =>
            left.DueAt != right.DueAt ? left.DueAt.CompareTo(right.DueAt) : LedgerText.Compare(left.ExportId, right.ExportId));
}
