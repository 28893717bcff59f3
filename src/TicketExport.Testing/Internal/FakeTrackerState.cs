using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal sealed class FakeTrackerState(string keyPrefix, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FakeTrackerCallKind, Queue<FakeTrackerFault>> _faults = [];
    private readonly Dictionary<FakeTrackerCallKind, int> _arrived = [];
    private ImmutableArray<FakeTicket> _tickets = [];
    private ImmutableArray<FakeTrackerCall> _calls = [];

    public TimeProvider Time => time;

    public ImmutableArray<FakeTicket> Tickets
    {
        get
        {
            lock (_gate)
            {
                return _tickets;
            }
        }
    }

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

    public int CountOf(FakeTrackerCallKind kind)
    {
        lock (_gate)
        {
            return _arrived.GetValueOrDefault(kind);
        }
    }

    public void Queue(FakeTrackerCallKind kind, FakeTrackerFault fault)
    {
        lock (_gate)
        {
            if (!_faults.TryGetValue(kind, out var queue))
            {
                _faults[kind] = queue = new();
            }

            queue.Enqueue(fault);
        }
    }

    public FakeTrackerFault? Arrive(FakeTrackerCallKind kind)
    {
        lock (_gate)
        {
            _arrived[kind] = _arrived.GetValueOrDefault(kind) + 1;
            return _faults.TryGetValue(kind, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
        }
    }

    public void Decide(FakeTrackerCallKind kind, string? marker, string? ticketKey, int? status)
    {
        lock (_gate)
        {
            _calls = _calls.Add(new(_calls.Length + 1, kind, time.GetUtcNow(), marker, ticketKey, status));
        }
    }

    public FakeTicket Commit(FakeCreateTicketRequest request, Uri baseAddress)
    {
        lock (_gate)
        {
            var id = (_tickets.Length + 1).ToString(CultureInfo.InvariantCulture);
            var ticket = new FakeTicket
            {
                Id = id,
                Key = $"{keyPrefix}-{id}",
                Url = new Uri(baseAddress, $"tickets/{id}"),
                Title = request.Title ?? "",
                Body = request.Body ?? "",
                Marker = request.Marker,
                Labels = [.. request.Labels ?? []],
                Priority = request.Priority,
                CreatedAt = time.GetUtcNow(),
            };
            _tickets = _tickets.Add(ticket);
            return ticket;
        }
    }
}
