using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>
/// Finds due work at a cost that does not grow with the ledger: a short backlog is read whole, of a long one each target's head.
/// </summary>
internal sealed class DueReads(SqliteSession session, DueStatements statements, DueQuery query, DateTimeOffset now)
{
    private const int WindowPerAsked = 4;
    private readonly Dictionary<TargetKey, bool> _isOpen = [];

    public ImmutableArray<DueExport> Find()
    {
        var window = ListDue(query.Limit * WindowPerAsked);
        return window.Count < query.Limit * WindowPerAsked
            ? DueRules.Order(window.Where(due => IsOpen(due.Target)), query)
            : DueRules.Order(WalkLanes(), query);
    }

    // Stops as soon as every place is filled by a target of its own; else all targets were seen, and each gives what it has.
    private IEnumerable<DueExport> WalkLanes()
    {
        var heads = Lanes().Where(IsOpen).SelectMany(lane => ListLane(lane, 1)).Take(query.Limit).ToList();
        return heads.Count == query.Limit ? heads : heads.SelectMany(head => ListLane(head.Target, query.Limit));
    }

    // From behind the query's start to the end, then from the first one up to the start.
    private IEnumerable<TargetKey> Lanes()
    {
        var start = query.After;
        var lane = start is { } after ? NextLane(after) : FirstLane();
        for (; lane is { } key; lane = NextLane(key))
        {
            yield return key;
        }

        lane = start is null ? null : FirstLane();
        for (; lane is { } key && key <= start; lane = NextLane(key))
        {
            yield return key;
        }
    }

    private bool IsOpen(TargetKey target)
    {
        if (!_isOpen.TryGetValue(target, out var isOpen))
        {
            _isOpen[target] = isOpen = !query.Excluded.Contains(target)
                && !(LedgerWrites.ReadPause(session, target) > now)
                && TargetRows.ReadDisabled(session, target) is null;
        }

        return isOpen;
    }

    private List<DueExport> ListDue(int limit) => Read(session.Prepare(statements.ListDue), limit);

    private List<DueExport> ListLane(TargetKey lane, int limit) =>
        Read(session.Prepare(statements.ListLane).Set("$account", lane.AccountId).Set("$target", lane.TargetId), limit);

    private List<DueExport> Read(SqliteStatement statement, int limit)
    {
        var due = new List<DueExport>();
        statement.Set("$now", LedgerTime.Floor(now)).Set("$limit", limit).QueryAll(row => due.Add(LedgerRows.ReadDue(row)));
        return due;
    }

    private TargetKey? FirstLane() => ReadLane(session.Prepare(statements.FirstLane));

    private TargetKey? NextLane(TargetKey after) =>
        ReadLane(session.Prepare(statements.NextLaneOfAccount).Set("$account", after.AccountId).Set("$target", after.TargetId))
            ?? ReadLane(session.Prepare(statements.NextAccount).Set("$account", after.AccountId));

    private static TargetKey? ReadLane(SqliteStatement statement) =>
        statement.QueryFirst<TargetKey?>(static row => new(row.GetString(0), row.GetString(1)));
}
