using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Sync;

/// <summary>What reading remembers between two runs in this process. A loss costs a request and nothing else.</summary>
internal sealed class PollMemory(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TargetKey, (long Start, TimeSpan Length)> _resting = [];
    private TargetKey? _lastServed;

    /// <summary>The query for the next tickets, behind the target that was served last, without those that rest.</summary>
    public DueQuery NextQuery(int limit)
    {
        lock (_gate)
        {
            foreach (var (target, rest) in _resting)
            {
                if (time.GetElapsedTime(rest.Start) >= rest.Length)
                {
                    _resting.Remove(target);
                }
            }

            return new DueQuery { Limit = Math.Min(limit, DueRules.MaxLimit), After = _lastServed, Excluded = [.. _resting.Keys] };
        }
    }

    public void Served(ImmutableArray<DueExport> taken)
    {
        lock (_gate)
        {
            _lastServed = taken.IsEmpty ? _lastServed : taken[^1].Target;
        }
    }

    /// <summary>Takes no ticket of a target for a while.</summary>
    public void Rest(TargetKey target, TimeSpan length)
    {
        lock (_gate)
        {
            _resting[target] = (time.GetTimestamp(), length);
        }
    }
}
