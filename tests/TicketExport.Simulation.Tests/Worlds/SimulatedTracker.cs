using System.Globalization;
using TicketExport.Identity;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>The tracker's side: tickets, requests that are still on the server, and what a look-up may see.</summary>
internal sealed class SimulatedTracker(World world)
{
    private readonly List<Ticket> _tickets = [];
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Number)> _late = new();
    private int _lateNumber;

    public IReadOnlyList<Ticket> Tickets => _tickets;

    public bool IsIdle => _late.Count == 0;

    public DateTimeOffset? NextEvent => _late.TryPeek(out _, out var due) ? due.At : null;

    /// <summary>Commits what is due; called by the world as its clock moves.</summary>
    public void RunUntil(DateTimeOffset now)
    {
        while (_late.TryPeek(out var action, out var due) && due.At <= now)
        {
            _late.Dequeue();
            action();
        }
    }

    public void CommitLater(TimeSpan delay, Action commit)
    {
        _late.Enqueue(commit, (world.Now + delay, _lateNumber++));
        RunUntil(world.Now);
    }

    public Ticket Commit(ExportKeys keys, string? marker)
    {
        var profile = world.Plan.Profile;
        if (profile.Guarantee == Providers.GuaranteeClass.NativeIdempotency
            && _tickets.Find(ticket => ticket.IdempotencyKey == keys.IdempotencyKey.Value) is { } same)
        {
            return same;
        }

        var id = (_tickets.Count + 1).ToString(CultureInfo.InvariantCulture);
        var ticket = new Ticket(id, keys.Fingerprint.Value, keys.IdempotencyKey.Value, world.Now + world.DrawLate(profile.Lag)) { Marker = marker };
        _tickets.Add(ticket);
        world.Trace(0, $"tracker committed ticket {id}, visible at {ticket.VisibleAt:HH:mm:ss.fff}");
        world.Oracles.Committed(ticket);
        return ticket;
    }

    public IEnumerable<Ticket> Find(string marker) =>
        _tickets.Where(ticket => ticket.Marker == marker && ticket.VisibleAt <= world.Now);
}
