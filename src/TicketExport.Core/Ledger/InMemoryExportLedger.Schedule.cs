using System.Collections.Immutable;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly Dictionary<(string Account, string ExportId), StatusSchedule> _schedules = [];
    private readonly SortedDictionary<TargetKey, SortedSet<(DateTimeOffset DueAt, string ExportId)>> _reads = [];

    /// <inheritdoc/>
    public Task<ImmutableArray<DueExport>> TakeDueReadsAsync(DueQuery query, TimeSpan hold, CancellationToken cancellationToken)
    {
        DueRules.ThrowIfUnusable(query);
        return Locked(() => TakeDueReads(query, hold), cancellationToken);
    }

    /// <inheritdoc/>
    public Task PostponeReadsAsync(TargetKey target, ImmutableArray<string> exportIds, DateTimeOffset until, CancellationToken cancellationToken)
    {
        SyncRules.ThrowIfUnusable(target.AccountId, exportIds);
        return Locked(
            () =>
            {
                foreach (var key in exportIds.Select(id => (target.AccountId, id)).Where(_schedules.ContainsKey))
                {
                    Plan(key, target.TargetId, ScheduleRules.Hold(ScheduleOf(key), until));
                }

                return true;
            },
            cancellationToken);
    }

    private ImmutableArray<DueExport> TakeDueReads(DueQuery query, TimeSpan hold)
    {
        var now = _time.GetUtcNow();
        var taken = DueRules.Order(DueIn(_reads, query, now), query);
        foreach (var due in taken)
        {
            var key = (due.Target.AccountId, due.ExportId);
            Plan(key, due.Target.TargetId, ScheduleRules.Hold(ScheduleOf(key), now + hold));
        }

        return taken;
    }

    private StatusSchedule ScheduleOf((string Account, string ExportId) key) => _schedules.GetValueOrDefault(key) ?? StatusSchedule.None;

    private void Plan((string Account, string ExportId) key, string targetId, StatusSchedule schedule)
    {
        var lane = LaneOf(_reads, new TargetKey(key.Account, targetId));
        if (ScheduleOf(key).ReadAt is { } before)
        {
            lane.Remove((before, key.ExportId));
        }

        if (schedule.ReadAt is { } readAt)
        {
            lane.Add((readAt, key.ExportId));
        }

        _schedules[key] = schedule;
    }
}
