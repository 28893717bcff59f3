using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>
/// Keeps as many due exports and comments under way as allowed, overall and per target. Used by one caller at a time, who starts, waits and
/// takes up what finished.
/// </summary>
internal sealed class DispatchRun(
    DueSource source,
    DueHandler handler,
    DispatchMemory memory,
    TicketExportWorkerOptions options,
    DispatchThreads threads)
{
    private const int QueryAhead = 4;

    private readonly Lock _gate = new();
    private readonly Queue<(DueExport Due, DueOutcome Outcome)> _finished = [];
    private readonly HashSet<(TargetKey Target, string ExportId)> _running = [];
    private readonly Dictionary<TargetKey, int> _lanes = [];
    private List<DueExport> _ready = [];
    private bool _mayFindMore = true;
    private bool _leftSomeBehind;
    private TaskCompletionSource? _anyFinished;

    /// <summary>The most exports and comments to take.</summary>
    public int Max { get; init; } = int.MaxValue;

    public DispatchReport Report { get; private set; } = new();

    public bool IsIdle => _running.Count == 0;

    /// <summary>A query may find something again.</summary>
    public void LookAgain() => _mayFindMore = true;

    /// <summary>Starts what is due and has a place.</summary>
    /// <param name="stop">Starts nothing further.</param>
    /// <param name="abort">Cancels what is under way.</param>
    public async Task StartAsync(CancellationToken stop, CancellationToken abort)
    {
        while (HasPlace && !stop.IsCancellationRequested)
        {
            if (TakeReady() is { } due)
            {
                Start(due, abort);
            }
            else if (_mayFindMore)
            {
                await FindAsync(stop).ConfigureAwait(false);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Completes when something has finished; never when nothing is under way. The task of an earlier call then does not.</summary>
    public Task WhenAnyFinished()
    {
        lock (_gate)
        {
            if (_finished.Count > 0)
            {
                return Task.CompletedTask;
            }

            _anyFinished = new TaskCompletionSource(threads.Continuations);
            return _anyFinished.Task;
        }
    }

    public void TakeUpFinished()
    {
        while (NextFinished() is var (due, outcome))
        {
            _running.Remove((due.Target, due.ExportId));
            if (--_lanes[due.Target] == 0)
            {
                _lanes.Remove(due.Target);
            }

            Report = Report.With(outcome.End);
            _mayFindMore |= _leftSomeBehind;
        }
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async Task DrainAsync()
    {
        while (!IsIdle)
        {
            await WhenAnyFinished().ConfigureAwait(false);
            TakeUpFinished();
        }
    }

    private bool HasPlace => _running.Count < options.MaxParallel && Report.Taken + Report.Comments + _running.Count < Max;

    private bool IsBusy(TargetKey target) => _lanes.GetValueOrDefault(target) >= options.MaxParallelPerTarget;

    private DueExport? TakeReady()
    {
        _ready.RemoveAll(due => !memory.MayTake(due));
        var index = _ready.FindIndex(due => !IsBusy(due.Target));
        if (index < 0)
        {
            return null;
        }

        var due = _ready[index];
        _ready.RemoveAt(index);
        return due;
    }

    // Asks for as many more as are under way, because those that are not claimed yet are due still.
    private async Task FindAsync(CancellationToken stop)
    {
        var busy = _lanes.Keys.Where(IsBusy).ToArray();
        var query = memory.NextQuery((QueryAhead * options.MaxParallel) + _running.Count, busy);
        var found = await source.FindAsync(query, stop).ConfigureAwait(false);
        _ready = [.. found.Where(due => !_running.Contains((due.Target, due.ExportId)) && memory.MayTake(due))];

        // One that has just finished and is due again already counts as under way until it is taken up.
        _leftSomeBehind = busy.Length > 0 || found.Length == query.Limit || found.Any(due => _running.Contains((due.Target, due.ExportId)));
        _mayFindMore = found.Length == query.Limit && _ready.Count > 0;
    }

    private void Start(DueExport due, CancellationToken abort)
    {
        _running.Add((due.Target, due.ExportId));
        _lanes[due.Target] = _lanes.GetValueOrDefault(due.Target) + 1;
        memory.Serve(due.Target);
        threads.Start(() => RunAsync(due, abort));
    }

    private async Task RunAsync(DueExport due, CancellationToken abort)
    {
        var outcome = await handler.RunAsync(due, abort).ConfigureAwait(false);
        memory.Keep(due, outcome);
        Finish(due, outcome)?.TrySetResult();
    }

    private TaskCompletionSource? Finish(DueExport due, DueOutcome outcome)
    {
        lock (_gate)
        {
            _finished.Enqueue((due, outcome));
            return _anyFinished;
        }
    }

    private (DueExport Due, DueOutcome Outcome)? NextFinished()
    {
        lock (_gate)
        {
            return _finished.TryDequeue(out var finished) ? finished : null;
        }
    }
}
