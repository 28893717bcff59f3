using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Comments;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.Comments.Races;

/// <summary>Two nodes over one ledger, a tracker and its webhook, in an order that one seed decides.</summary>
internal sealed partial class CommentWorld : IDisposable
{
    private const int Turns = 60;
    private static readonly SourceKey Source = CommentHarness.Source;

    private readonly Random _random;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));
    private readonly CommentTracker _tracker;
    private readonly ICommentLedger _ledger;
    private readonly ServiceProvider[] _nodes;
    private readonly List<string> _written = [];
    private readonly List<InboundEvent> _delivered = [];
    private readonly List<Task> _running = [];
    private readonly ExportRecord _export;
    private readonly TargetConnection _connection;

    public CommentWorld(int seed, Func<ICommentLedger, ICommentLedger>? change = null)
    {
        _random = new Random(seed);
        _tracker = new CommentTracker(_time);
        var memory = new InMemoryExportLedger(_time);
        _ledger = change?.Invoke(memory) ?? memory;
        _nodes = [Node(memory), Node(memory)];
        var exporter = _nodes[0].GetRequiredService<ITicketExporter>();
        var created = exporter.ExportAsync(Documents.RequestFor("board")).GetAwaiter().GetResult();
        _export = memory.FindExportAsync("acme", created.ExportId!, default).GetAwaiter().GetResult()!;
        _connection = _nodes[0].GetRequiredService<TargetAccess>().FindAsync("acme", "board", default).GetAwaiter().GetResult().Connection!;
    }

    /// <summary>Runs the world to its end; what was broken, or <see langword="null"/>.</summary>
    public string? Run()
    {
        string? broken = null;
        for (var turn = 0; turn < Turns && broken is null; turn++)
        {
            Step();
            broken = CheckShown();
        }

        return broken ?? Settle() ?? CheckEnd();
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Dispose();
        }
    }

    private ServiceProvider Node(InMemoryExportLedger memory)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(memory);
        services.AddSingleton(_ledger);
        services.AddTicketExport(static options => options.MaxAttempts = 100)
            .AddTarget("board", static target => (target.Provider, target.OwnershipConfirmed) = ("raced", true));
        services.AddSingleton<ITicketProvider>(_tracker);
        return services.BuildServiceProvider();
    }

    private void Step()
    {
        switch (_random.Next(20))
        {
            case < 4:
                Start(Add());
                break;
            case < 8 when _tracker.Calls.Count > 0:
                Advance(_tracker.Calls[_random.Next(_tracker.Calls.Count)]);
                break;
            case < 12 when _tracker.Outbox.Count > 0:
                Deliver();
                break;
            case 12 when _delivered.Count > 0:
                Receive(_delivered[_random.Next(_delivered.Count)]);
                break;
            case < 15:
                People();
                break;
            case < 17:
                Work(_nodes[_random.Next(_nodes.Length)]);
                break;
            default:
                _time.Advance(TimeSpan.FromSeconds(_random.Next(4) == 0 ? _random.Next(120) : _random.Next(8)));
                break;
        }
    }

    private Task<CommentResult> Add()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"own-{_written.Count + 1}");
        _written.Add(id);
        var comments = _nodes[_random.Next(_nodes.Length)].GetRequiredService<ITicketComments>();
        return comments.AddAsync(CommentHarness.Draft($"Text of {id}", id));
    }

    // A call is carried out or not, is answered or not, and its caller may die on the way.
    private void Advance(PendingCall call)
    {
        switch (_random.Next(8))
        {
            case 0 when call.Done is null:
                _tracker.Answer(call, new CommentOutcome.Rejected(Fault(FailureReason.Unavailable)));
                break;
            case 1:
                _tracker.CarryOut(call);
                _tracker.Answer(call, new CommentOutcome.Unknown(Fault(FailureReason.Ambiguous)));
                break;
            case 2:
                _tracker.Answer(call, new CommentOutcome.Unknown(Fault(FailureReason.Ambiguous)));
                break;
            case 3:
                _tracker.CarryOut(call);
                _tracker.Forget(call);
                break;
            case 4:
                _tracker.Forget(call);
                break;
            case 5:
                _tracker.CarryOut(call);
                break;
            default:
                _tracker.Answer(call, new CommentOutcome.Posted((call.Done ?? _tracker.CarryOut(call)).Id));
                break;
        }
    }

    private void People()
    {
        var standing = _tracker.Comments.Where(static comment => !comment.IsDeleted).ToArray();
        switch (_random.Next(standing.Length == 0 ? 2 : 6))
        {
            case < 2:
                _tracker.Write(null, $"By a person {_random.Next()}", _time.GetUtcNow(), isPrivate: _random.Next(5) == 0);
                break;
            case < 5:
                _tracker.Edit(standing[_random.Next(standing.Length)], $"Edited {_random.Next()}");
                break;
            default:
                _tracker.Delete(standing[_random.Next(standing.Length)]);
                break;
        }

        // No two changes in one instant: a tracker's clock moves on as well.
        _time.Advance(TimeSpan.FromMilliseconds(5));
    }

    private void Deliver()
    {
        var told = _tracker.Outbox[_random.Next(_tracker.Outbox.Count)];
        _tracker.Outbox.Remove(told);
        _delivered.Add(told);
        Receive(told);
    }

    private void Receive(InboundEvent told)
    {
        var comment = _tracker.Comments.Single(comment => comment.Id == told.CommentId);
        comment.DeliveredAt ??= _time.GetUtcNow();
        Start(_nodes[_random.Next(_nodes.Length)].GetRequiredService<CommentInbox>().ReceiveAsync(_export, _connection, told, default));
    }

    private void Work(ServiceProvider node)
    {
        var due = _ledger.FindDueCommentsAsync(new DueQuery { Limit = 10 }, default).GetAwaiter().GetResult();
        foreach (var comment in due.Take(1 + _random.Next(3)))
        {
            Start(node.GetRequiredService<DueComments>().RunAsync(comment, default));
        }
    }

    private void Start(Task task)
    {
        _running.RemoveAll(static running => running.IsCompletedSuccessfully);
        _running.Add(task);
    }

    private static ProviderFault Fault(FailureReason reason) => new() { Reason = reason, Message = $"It was {reason}." };
}
