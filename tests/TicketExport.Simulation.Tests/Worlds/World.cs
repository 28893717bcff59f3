using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>
/// A simulated world on one thread: workers run the real pipeline and stop at every call of the ledger and of the provider until
/// the world lets one of them go on. Time moves only when the world moves it.
/// </summary>
internal sealed class World : IDisposable
{
    /// <summary>The await point between two exports.</summary>
    public const string Idle = "idle";

    private const int CalmTurns = 6_000;
    private const int TurnsBetweenLooks = 25;

    private readonly List<Step> _steps = [];
    private readonly SimulatedWorker?[] _workers;
    private readonly PriorityQueue<int, DateTimeOffset> _births = new();
    private readonly Dictionary<int, int> _nextWork = [];
    private readonly List<string> _trace = [];
    private readonly string[] _findings;
    private readonly Queue<TrackerFault> _firstFaults;
    private readonly SimulatedPerson? _person;
    private bool _isCalm;
    private bool _isClosing;
    private int _awaitPoints;

    public World(SimulationPlan plan, Func<TimeProvider, ILedgerStorage>? storage = null, string findingPrefix = "finding")
    {
        Plan = plan;
        Random = new Random(plan.Seed);
        Storage = storage?.Invoke(Time) ?? new MemoryStorage(Time);
        Tracker = new SimulatedTracker(this);
        Oracles = new Oracles(this);
        _person = plan.HasPerson ? new SimulatedPerson(this) : null;
        _workers = new SimulatedWorker?[plan.Workers];
        _findings = [.. Enumerable.Range(1, plan.Findings).Select(number => string.Create(CultureInfo.InvariantCulture, $"{findingPrefix}-{number}"))];
        _firstFaults = new(plan.FirstFaults);
    }

    public static TimeSpan LongestWait { get; } = TimeSpan.FromMinutes(3);

    public SimulationPlan Plan { get; }

    public Random Random { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public ILedgerStorage Storage { get; }

    public SimulatedTracker Tracker { get; }

    public Oracles Oracles { get; }

    /// <summary>How many await points of the export path were passed until all was quiet.</summary>
    public int AwaitPoints { get; private set; }

    public IReadOnlyList<string> Events => _trace;

    /// <summary>Runs to quiet and gives what was violated, if anything was.</summary>
    public Violation? Run()
    {
        // Under a context of a test framework, continuations would be posted to other threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Play();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        return Oracles.Violation;
    }

    public Task ParkAsync(SimulatedWorker worker, string label, DateTimeOffset readyAt, CancellationToken cancellationToken = default)
    {
        var step = new Step(worker, label, readyAt);
        _steps.Add(step);
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.UnsafeRegister(static (state, _) => ((Step)state!).ReadyAt = default, step);
        }

        if (label != Idle && Plan.KillAt.Contains(_awaitPoints++))
        {
            Kill(worker);
        }

        return step.Task;
    }

    public ExportRequest PickWork(SimulatedWorker worker)
    {
        var number = _nextWork[worker.Number] = _nextWork.GetValueOrDefault(worker.Number, Random.Next(_findings.Length)) + 1;
        var target = Plan.TwoTargets && Random.Next(2) == 0 ? "second" : "board";
        return Findings.Request(_findings[number % _findings.Length], target);
    }

    public TimeSpan DrawUpTo(TimeSpan most) => TimeSpan.FromMilliseconds(Random.NextInt64((long)most.TotalMilliseconds + 1));

    /// <summary>Half of the time as late as can be: what breaks lies at the edge.</summary>
    public TimeSpan DrawLate(TimeSpan most) => Random.Next(2) == 0 ? most : DrawUpTo(most);

    public TimeSpan DrawRest() => DrawUpTo(TimeSpan.FromSeconds(_isCalm ? 60 : 20));

    public bool DrawLedgerFault() => Happens(Plan.LedgerFaultRate);

    public TrackerFault DrawCreateFault() => _firstFaults.TryDequeue(out var first)
        ? first
        : Happens(Plan.TrackerFaultRate) ? (TrackerFault)Random.Next(1, (int)TrackerFault.Rejected + 1) : TrackerFault.None;

    public TrackerFault DrawFindFault() => Happens(Plan.TrackerFaultRate / 2)
        ? Random.Next(3) switch { 0 => TrackerFault.SlowReply, 1 => TrackerFault.RateLimitedUntil, _ => TrackerFault.ErrorBeforeCommit }
        : TrackerFault.None;

    /// <summary>Keeps an event; the actor is a worker's number, or 0 for the tracker and the world itself.</summary>
    public void Trace(int actor, FormattableString what)
    {
        if (Plan.Traced)
        {
            _trace.Add(string.Create(CultureInfo.InvariantCulture, $"{Now:HH:mm:ss.fff} {(actor == 0 ? "-" : $"worker {actor}")}: {what.ToString(CultureInfo.InvariantCulture)}"));
        }
    }

    public void Dispose() => Storage.Dispose();

    private void Play()
    {
        for (var number = 1; number <= Plan.Workers; number++)
        {
            GiveBirth(number);
        }

        for (var turn = 0; turn < Plan.Turns && Oracles.Violation is null; turn++)
        {
            Disturb();
            Turn();
        }

        CalmDown();
        RunToQuiet();
        AwaitPoints = _awaitPoints;
        JudgeEnd();
    }

    /// <summary>Long after the end everybody exports everything once more, which must change nothing.</summary>
    private void JudgeEnd()
    {
        MoveTo(Now + TimeSpan.FromMinutes(10));
        for (var turn = 0; turn < 20 * Plan.Workers * Plan.Findings && Oracles.Violation is null; turn++)
        {
            Turn();
        }

        FinishCalls();
        foreach (var finding in _findings)
        {
            Oracles.JudgeEnd(finding);
        }
    }

    private void RunToQuiet()
    {
        for (var turn = 0; turn < CalmTurns && Oracles.Violation is null; turn++)
        {
            if (turn % (Plan.FirstFaults.IsEmpty ? TurnsBetweenLooks : 1) == 0 && IsQuiet())
            {
                FinishCalls();
                if (IsQuiet())
                {
                    return;
                }
            }

            Turn();
        }
    }

    private bool IsQuiet() => Tracker.IsIdle && _findings.All(Oracles.IsSettled);

    private void FinishCalls()
    {
        _isClosing = true;
        for (var turn = 0; turn < CalmTurns && _steps.Exists(static step => step.Label != Idle); turn++)
        {
            Turn();
        }

        _isClosing = false;
    }

    private void CalmDown()
    {
        _isCalm = true;
        Trace(0, $"the faults stop");
        Array.ForEach(_workers, static worker => worker?.PausedUntil = default);
    }

    private void Disturb()
    {
        var worker = _workers[Random.Next(_workers.Length)];
        if (Happens(Plan.KillRate) && worker is not null)
        {
            Kill(worker);
        }
        else if (Happens(Plan.PauseRate) && worker is not null)
        {
            worker.PausedUntil = Now + DrawUpTo(TimeSpan.FromMinutes(2));
            Trace(worker.Number, $"stands still until {worker.PausedUntil:HH:mm:ss.fff}");
        }
        else if (Happens(Plan.CancelRate) && worker is not null)
        {
            Trace(worker.Number, $"its caller cancels");
            worker.Cancel();
        }

        if (Random.NextDouble() < 0.1)
        {
            MoveTo(Now + (Random.Next(4) switch { 0 => TimeSpan.FromMilliseconds(1), 1 => DrawUpTo(TimeSpan.FromSeconds(1)), 2 => DrawUpTo(TimeSpan.FromSeconds(15)), _ => DrawUpTo(TimeSpan.FromSeconds(60)) }));
        }
    }

    private void Turn()
    {
        while (_births.TryPeek(out var number, out var at) && at <= Now)
        {
            _births.Dequeue();
            GiveBirth(number);
        }

        _person?.Look(_findings);
        var ready = _steps.Where(step => ReadyAt(step) <= Now).ToArray();
        if (ready.Length == 0)
        {
            MoveTo(NextEvent());
            return;
        }

        var next = ready[Random.Next(ready.Length)];
        _steps.Remove(next);
        next.Resume();
        if (next.Worker.Life.IsFaulted)
        {
            Oracles.Report("worker", $"{next.Worker.Life.Exception.InnerException}");
        }
    }

    private DateTimeOffset ReadyAt(Step step) => _isClosing && step.Label == Idle
        ? DateTimeOffset.MaxValue
        : step.ReadyAt > step.Worker.PausedUntil ? step.ReadyAt : step.Worker.PausedUntil;

    // Never far at once: a deadline of the code under test may lie on the way.
    private DateTimeOffset NextEvent()
    {
        var next = Now + TimeSpan.FromSeconds(5);
        foreach (var at in _steps.Select(ReadyAt).Append(_births.TryPeek(out _, out var birth) ? birth : next))
        {
            next = at < next ? at : next;
        }

        return next > Now ? next : Now + TimeSpan.FromMilliseconds(1);
    }

    private void MoveTo(DateTimeOffset target)
    {
        while (Tracker.NextEvent is { } at && at <= target)
        {
            Time.Advance(at > Now ? at - Now : TimeSpan.Zero);
            Tracker.RunUntil(Now);
        }

        if (target > Now)
        {
            Time.Advance(target - Now);
        }
    }

    private void GiveBirth(int number)
    {
        Trace(number, $"starts");
        (_workers[number - 1] = new SimulatedWorker(this, number)).Start();
    }

    private void Kill(SimulatedWorker worker)
    {
        Trace(worker.Number, $"is killed at '{_steps.Find(step => step.Worker == worker)?.Label}'");
        _steps.RemoveAll(step => step.Worker == worker);
        _workers[worker.Number - 1] = null;
        Storage.Abandon(worker.Ledger);
        _births.Enqueue(worker.Number, Now + DrawUpTo(TimeSpan.FromSeconds(60)));
    }

    private bool Happens(double rate) => !_isCalm && rate > 0 && Random.NextDouble() < rate;
}
