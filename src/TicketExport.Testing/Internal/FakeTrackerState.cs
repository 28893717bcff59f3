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

    public string KeyPrefix => keyPrefix;

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
            _calls = _calls.Add(new()
            {
                Number = _calls.Length + 1,
                Kind = kind,
                At = time.GetUtcNow(),
                Marker = marker,
                TicketKey = ticketKey,
                Status = status,
            });
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
                UpdatedAt = time.GetUtcNow(),
            };
            _tickets = _tickets.Add(ticket);
            return ticket;
        }
    }

    public FakeTicket? Find(string id) => Tickets.FirstOrDefault(ticket => ticket.Id == id || ticket.Key == id);

    public FakeTicket? Edit(string id, Func<FakeTicket, FakeTicket> edit)
    {
        lock (_gate)
        {
            if (_tickets.FirstOrDefault(ticket => ticket.Id == id || ticket.Key == id) is not { } found)
            {
                return null;
            }

            var edited = edit(found) with { UpdatedAt = time.GetUtcNow() };
            _tickets = _tickets.Replace(found, edited);
            return edited;
        }
    }

    public FakeComment AddComment(string id, string text)
    {
        lock (_gate)
        {
            var number = _tickets.Sum(static ticket => ticket.Comments.Length) + 1;
            var comment = new FakeComment(number.ToString(CultureInfo.InvariantCulture), text, time.GetUtcNow());
            Edit(id, ticket => ticket with { Comments = ticket.Comments.Add(comment) });
            return comment;
        }
    }
}
