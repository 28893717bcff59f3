using System.Collections.Immutable;

namespace TicketExport.Testing.Internal;

// Counts, faults and the log of a server. All members lock by themselves.
internal sealed class FakeServerLog(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FakeTrackerCallKind, int> _counts = [];
    private readonly Dictionary<FakeTrackerCallKind, Queue<FakeServerFault>> _faults = [];
    private readonly List<(FakeTrackerCallKind Kind, int Count, TaskCompletionSource Arrived)> _waiting = [];
    private ImmutableArray<FakeTrackerCall> _calls = [];
    private ImmutableArray<FakeExchange> _exchanges = [];

    public ImmutableArray<FakeTrackerCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return _calls;
            }
        }
    }

    public ImmutableArray<FakeExchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return _exchanges;
            }
        }
    }

    public int CountOf(FakeTrackerCallKind kind)
    {
        lock (_gate)
        {
            return _counts.GetValueOrDefault(kind);
        }
    }

    public void Queue(FakeTrackerCallKind kind, FakeServerFault fault)
    {
        lock (_gate)
        {
            if (!_faults.TryGetValue(kind, out var queue))
            {
                _faults.Add(kind, queue = new());
            }

            queue.Enqueue(fault);
        }
    }

    public Task WhenArrived(FakeTrackerCallKind kind, int count)
    {
        lock (_gate)
        {
            if (_counts.GetValueOrDefault(kind) >= count)
            {
                return Task.CompletedTask;
            }

            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((kind, count, arrived));
            return arrived.Task;
        }
    }

    public FakeServerFault? Arrive(FakeTrackerCallKind kind)
    {
        lock (_gate)
        {
            var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            foreach (var waiting in _waiting.Where(waiting => waiting.Kind == kind && waiting.Count <= count))
            {
                waiting.Arrived.TrySetResult();
            }

            return _faults.TryGetValue(kind, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
        }
    }

    /// <param name="exchange">What was asked and answered.</param>
    /// <param name="carriedOut">The tracker's own answer, where another one or none was sent in its place.</param>
    public void Add(FakeExchange exchange, FakeHttpReply? carriedOut)
    {
        lock (_gate)
        {
            _exchanges = _exchanges.Add(exchange);
            _calls = _calls.Add(new FakeTrackerCall
            {
                Number = _calls.Length + 1,
                Kind = exchange.Kind,
                At = time.GetUtcNow(),
                Marker = carriedOut?.Marker,
                TicketKey = carriedOut?.TicketKey,
                Status = exchange.Reply?.Status,
            });
        }
    }
}
