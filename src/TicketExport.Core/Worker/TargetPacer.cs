using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>
/// A token bucket for each target that has a pace: one second's worth may go at once, the rest evenly. Counts with the
/// monotonic clock, so that a change of the wall clock neither stops nor floods a target.
/// </summary>
internal sealed class TargetPacer(TimeProvider time)
{
    private const int LeastSweep = 1_024;

    private readonly Lock _gate = new();
    private readonly Dictionary<TargetKey, long> _fullAt = [];
    private int _sweepAt = LeastSweep;

    /// <summary>How many targets are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _fullAt.Count;
            }
        }
    }

    /// <summary>Takes a token if there is one.</summary>
    /// <returns><see langword="null"/> when it was taken, else how long until there is one.</returns>
    public TimeSpan? TryTake(TargetKey target, int? perMinute)
    {
        var wait = Take(target, perMinute, evenIfLate: false);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private TimeSpan Reserve(TargetKey target, int? perMinute) => Take(target, perMinute, evenIfLate: true);

    /// <summary>Waits for the next token and takes it.</summary>
    public async Task WaitAsync(TargetKey target, int? perMinute, CancellationToken cancellationToken)
    {
        var wait = Reserve(target, perMinute);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Take(TargetKey target, int? perMinute, bool evenIfLate)
    {
        if (perMinute is not { } pace)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            var now = time.GetTimestamp();
            var interval = time.TimestampFrequency * 60 / Math.Max(1, pace);
            var atOnce = Math.Max(1, pace / 60);
            var fullAt = Math.Max(now, _fullAt.GetValueOrDefault(target, now));
            var wait = fullAt - ((atOnce - 1) * interval) - now;
            if (wait <= 0 || evenIfLate)
            {
                _fullAt[target] = fullAt + interval;
                ForgetIdle(now);
            }

            return wait <= 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait * 1_000d / time.TimestampFrequency));
        }
    }

    // A full bucket is the same as none.
    private void ForgetIdle(long now)
    {
        if (_fullAt.Count < _sweepAt)
        {
            return;
        }

        foreach (var (target, fullAt) in _fullAt)
        {
            if (fullAt <= now)
            {
                _fullAt.Remove(target);
            }
        }

        _sweepAt = Math.Max(LeastSweep, 2 * _fullAt.Count);
    }
}
