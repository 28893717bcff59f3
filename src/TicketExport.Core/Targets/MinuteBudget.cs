using TicketExport.Ledger;

namespace TicketExport.Targets;

/// <summary>
/// Bounds how often something is done for a target: a minute's worth may come at once, and is given back evenly. Counts with the
/// monotonic clock, so that a change of the wall clock neither stops nor floods a target.
/// </summary>
internal sealed class MinuteBudget(TimeProvider time)
{
    private const int LeastSweep = 1_024;

    private readonly Lock _gate = new();
    private readonly Dictionary<TargetKey, long> _emptyAt = [];
    private int _sweepAt = LeastSweep;

    /// <summary>Takes a place if there is one.</summary>
    /// <returns><see langword="null"/> when it was taken, else how long until there is one.</returns>
    public TimeSpan? TryTake(TargetKey target, int perMinute)
    {
        var minute = 60 * time.TimestampFrequency;
        var each = minute / perMinute;
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var emptyAt = Math.Max(_emptyAt.GetValueOrDefault(target, now), now) + each;
            if (emptyAt - now > minute)
            {
                return TimeSpan.FromSeconds((double)(emptyAt - now - minute) / time.TimestampFrequency);
            }

            _emptyAt[target] = emptyAt;
            ForgetEmpty(now);
            return null;
        }
    }

    private void ForgetEmpty(long now)
    {
        if (_emptyAt.Count < _sweepAt)
        {
            return;
        }

        foreach (var (target, emptyAt) in _emptyAt)
        {
            if (emptyAt <= now)
            {
                _emptyAt.Remove(target);
            }
        }

        _sweepAt = Math.Max(LeastSweep, 2 * _emptyAt.Count);
    }
}
