using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>What all dispatching in this process remembers between two queries. A loss costs a query and nothing else.</summary>
internal sealed class DispatchMemory(IOptionsMonitor<TicketExportOptions> options, WorkSignal signal, TimeProvider time)
{
    private const int MaxResting = 900;

    private readonly Lock _gate = new();
    private readonly Dictionary<(TargetKey Target, string ExportId), Rest> _resting = [];
    private readonly Dictionary<TargetKey, Rest> _paced = [];
    private TargetKey? _lastServed;
    private DateTimeOffset? _askedAt;

    /// <summary>When due exports were last asked for in this process; <see langword="null"/> when they never were.</summary>
    public DateTimeOffset? AskedAt
    {
        get
        {
            lock (_gate)
            {
                return _askedAt;
            }
        }
    }

    /// <summary>The query for the next due exports, behind the target that was served last.</summary>
    public DueQuery NextQuery(int wanted, IEnumerable<TargetKey> busy)
    {
        lock (_gate)
        {
            _askedAt = time.GetUtcNow();
            Forget(_resting);
            Forget(_paced);
            return new DueQuery
            {
                Limit = Math.Min(DueRules.MaxLimit, wanted + _resting.Count),
                After = _lastServed,
                Excluded = [.. busy.Union(_paced.Keys)],
            };
        }
    }

    public bool MayTake(DueExport due)
    {
        lock (_gate)
        {
            return !_paced.ContainsKey(due.Target) && !_resting.ContainsKey((due.Target, due.ExportId));
        }
    }

    public void Serve(TargetKey target)
    {
        lock (_gate)
        {
            _lastServed = target;
        }
    }

    /// <summary>Keeps an export that is due still, or a target that went too fast, from being taken again at once.</summary>
    public void Keep(DueExport due, DueOutcome outcome)
    {
        signal.Expect(outcome.DueAt);
        lock (_gate)
        {
            if (outcome.IsStillDue && _resting.Count < MaxResting)
            {
                Remember(_resting, (due.Target, due.ExportId), options.CurrentValue.RetryBaseDelay);
            }

            if (outcome.End == DueEnd.Paced)
            {
                Remember(_paced, due.Target, outcome.PacedFor);
            }
        }
    }

    private void Remember<TKey>(Dictionary<TKey, Rest> kept, TKey key, TimeSpan length)
        where TKey : notnull
    {
        kept[key] = new Rest(time.GetTimestamp(), length);
        signal.Expect(time.GetUtcNow() + length);
    }

    private void Forget<TKey>(Dictionary<TKey, Rest> kept)
        where TKey : notnull
    {
        foreach (var (key, rest) in kept)
        {
            if (time.GetElapsedTime(rest.Start) >= rest.Length)
            {
                kept.Remove(key);
            }
        }
    }

    /// <summary>Measured with the monotonic clock, so that a change of the wall clock makes nothing rest for hours.</summary>
    private readonly record struct Rest(long Start, TimeSpan Length);
}
