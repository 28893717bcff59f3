namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>How a world goes on: whose turn it is, what disturbs it, and when it is over.</summary>
internal sealed partial class World
{
    private const int CalmTurns = 6_000;
    private const int TurnsBetweenLooks = 25;

    private readonly List<Step> _steps = [];
    private readonly SimulatedWorker?[] _workers;
    private readonly PriorityQueue<int, DateTimeOffset> _births = new();
    private bool _isCalm;
    private bool _isClosing;
    private int _awaitPoints;
    private int _thread;

    public Task ParkAsync(SimulatedWorker worker, string label, DateTimeOffset readyAt, CancellationToken cancellationToken = default)
    {
        if (_workers[worker.Number - 1] != worker)
        {
            // What a dead machine would still do.
            return new TaskCompletionSource().Task;
        }

        if (Environment.CurrentManagedThreadId != _thread)
        {
            Oracles.Report("world", $"'{label}' was reached on another thread, so that this run is not the only one of its seed");
        }

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

    private void Play()
    {
        _thread = Environment.CurrentManagedThreadId;
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
        foreach (var worker in _workers.OfType<SimulatedWorker>())
        {
            worker.PausedUntil = default;
            worker.Clock.Offset = default;
        }
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
        else if (Happens(Plan.Dispatch?.TerminateRate ?? 0) && worker is not null)
        {
            Trace(worker.Number, $"is asked to end");
            worker.Terminate();
        }
        else if (Happens(Plan.Dispatch?.JumpRate ?? 0) && worker is not null)
        {
            worker.Clock.Offset = DrawSkew(Plan.Skew);
            Trace(worker.Number, $"its clock is off by {worker.Clock.Offset} now");
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
        Array.ForEach(_workers, Bury);
    }

    private void Bury(SimulatedWorker? worker)
    {
        if (worker?.Fault is { } fault)
        {
            Oracles.Report("worker", $"{fault}");
        }
        else if (worker is { HasEnded: true })
        {
            Oracles.Ended(worker);
            Remove(worker, "has ended");
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
        var worker = Plan.Dispatch is { } dispatch ? (SimulatedWorker)new SimulatedNode(this, number, dispatch) : new SimulatedCaller(this, number);
        _workers[number - 1] = worker;
        worker.Start();
    }

    private void Kill(SimulatedWorker worker) => Remove(worker, $"is killed at '{_steps.Find(step => step.Worker == worker)?.Label}'");

    private void Remove(SimulatedWorker worker, string how)
    {
        Trace(worker.Number, $"{how}");
        Oracles.Forget(worker);
        _steps.RemoveAll(step => step.Worker == worker);
        _workers[worker.Number - 1] = null;
        Storage.Abandon(worker.Ledger);
        _births.Enqueue(worker.Number, Now + DrawUpTo(TimeSpan.FromSeconds(60)));
    }
}
