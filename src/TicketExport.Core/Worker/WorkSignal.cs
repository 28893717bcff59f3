namespace TicketExport.Worker;

/// <summary>Tells the worker of this process when there is something to do before its next poll.</summary>
/// <remarks>A hint that may be lost: the poll finds what no signal told.</remarks>
internal sealed class WorkSignal(TimeProvider time, DispatchThreads threads)
{
    private const int MaxKnown = 1_024;

    private readonly Lock _gate = new();
    private readonly SortedSet<DateTimeOffset> _known = [];
    private TaskCompletionSource _changed = new(threads.Continuations);
    private int _waiting;

    /// <summary>Whether the worker has nothing to do until the next signal or poll.</summary>
    public bool IsWaiting => Volatile.Read(ref _waiting) > 0;

    /// <summary>Something is due now.</summary>
    public void Wake() => Expect(time.GetUtcNow());

    /// <summary>Something is due at a known time.</summary>
    public void Expect(DateTimeOffset? dueAt)
    {
        if (dueAt is not { } at)
        {
            return;
        }

        if (Note(at) is { } changed)
        {
            changed.TrySetResult();
        }
    }

    /// <summary>Waits until something is due, and no longer than given; for one caller at a time. The clock on the wall may jump meanwhile.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (LookAhead() is var (dueAt, changed) && !(dueAt <= time.GetUtcNow()) && longest - time.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
        {
            using var stopping = cancellationToken.UnsafeRegister(Complete, changed);
            using var timer = time.CreateTimer(Complete, changed, UntilAfter(dueAt, left), Timeout.InfiniteTimeSpan);

            // Asked again once the timer runs: a clock that moved meanwhile would have left the timer behind.
            if (!(dueAt <= time.GetUtcNow()) && time.GetElapsedTime(start) < longest)
            {
                Interlocked.Increment(ref _waiting);
                await changed.Task.ConfigureAwait(false);
                Interlocked.Decrement(ref _waiting);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static void Complete(object? changed) => ((TaskCompletionSource)changed!).TrySetResult();

    private TaskCompletionSource? Note(DateTimeOffset dueAt)
    {
        lock (_gate)
        {
            var isNext = _known.Count == 0 || dueAt < _known.Min;
            _known.Add(dueAt);
            if (_known.Count > MaxKnown)
            {
                _known.Remove(_known.Max);
            }

            return isNext ? _changed : null;
        }
    }

    private (DateTimeOffset? DueAt, TaskCompletionSource Changed) LookAhead()
    {
        lock (_gate)
        {
            _changed = new TaskCompletionSource(threads.Continuations);
            var now = time.GetUtcNow();
            DateTimeOffset? next = _known.Count > 0 ? _known.Min : null;
            _known.RemoveWhere(at => at <= now);
            return (next, _changed);
        }
    }

    // Rounded up to the timer's resolution, so that the wait does not end just before the time and find nothing.
    private TimeSpan UntilAfter(DateTimeOffset? dueAt, TimeSpan left) => TimeSpan.FromMilliseconds(Math.Ceiling(
        Math.Max(0, Math.Min(left.TotalMilliseconds, ((dueAt ?? DateTimeOffset.MaxValue) - time.GetUtcNow()).TotalMilliseconds))));
}
