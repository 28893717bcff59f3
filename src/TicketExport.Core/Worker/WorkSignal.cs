namespace TicketExport.Worker;

/// <summary>Tells the worker of this process when there is something to do before its next poll.</summary>
/// <remarks>A hint that may be lost: the poll finds what no signal told.</remarks>
internal sealed class WorkSignal(TimeProvider time)
{
    private const int MaxKnown = 1_024;

    private readonly Lock _gate = new();
    private readonly SortedSet<DateTimeOffset> _known = [];
    private TaskCompletionSource _changed = NewChange();
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

        lock (_gate)
        {
            var isNext = _known.Count == 0 || at < _known.Min;
            _known.Add(at);
            if (_known.Count > MaxKnown)
            {
                _known.Remove(_known.Max);
            }

            if (isNext)
            {
                _changed.TrySetResult();
            }
        }
    }

    /// <summary>Waits until something is due, and no longer than until the given time.</summary>
    public async Task WaitAsync(DateTimeOffset latest, CancellationToken cancellationToken)
    {
        while (LookAhead(latest) is var (dueAt, changed) && dueAt > time.GetUtcNow())
        {
            using var early = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var timer = Task.Delay(UntilAfter(dueAt), time, early.Token);

            // Asked again once the timer runs: a clock that moved meanwhile would have left the timer behind.
            if (dueAt > time.GetUtcNow())
            {
                Interlocked.Increment(ref _waiting);
                await Task.WhenAny(timer, changed).ConfigureAwait(false);
                Interlocked.Decrement(ref _waiting);
            }

            await early.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private (DateTimeOffset DueAt, Task Changed) LookAhead(DateTimeOffset latest)
    {
        lock (_gate)
        {
            if (_changed.Task.IsCompleted)
            {
                _changed = NewChange();
            }

            var now = time.GetUtcNow();
            var next = _known.Count > 0 && _known.Min < latest ? _known.Min : latest;
            _known.RemoveWhere(at => at <= now);
            return (next, _changed.Task);
        }
    }

    // Rounded up to the timer's resolution, so that the wait does not end just before the time and find nothing.
    private TimeSpan UntilAfter(DateTimeOffset dueAt) =>
        TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((dueAt - time.GetUtcNow()).TotalMilliseconds)));

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
