using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>
/// A simulated world on one thread: workers run the real pipeline and stop at every call of the ledger and of the provider until
/// the world lets one of them go on. Time moves only when the world moves it.
/// </summary>
internal sealed partial class World : IDisposable
{
    /// <summary>The await point between two exports.</summary>
    public const string Idle = "idle";

    private readonly Dictionary<int, int> _nextWork = [];
    private readonly List<string> _trace = [];
    private readonly string[] _findings;
    private readonly Queue<TrackerFault> _firstFaults;
    private readonly SimulatedPerson? _person;

    public World(SimulationPlan plan, Func<TimeProvider, ILedgerStorage>? storage = null, string findingPrefix = "finding")
    {
        Plan = plan;
        Random = new Random(plan.Seed);
        LedgerClock = new SkewedClock(Time);
        Storage = storage?.Invoke(LedgerClock) ?? new MemoryStorage(LedgerClock);
        Tracker = new SimulatedTracker(this);
        Oracles = new Oracles(this);
        _person = plan.HasPerson ? new SimulatedPerson(this) : null;
        _workers = new SimulatedWorker?[plan.Workers];
        _findings = [.. Enumerable.Range(1, plan.Findings).Select(number => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(number)}-{number}"))];
        _firstFaults = new(plan.FirstFaults);

        string PrefixOf(int number) => plan.Dispatch is { } dispatch && number > dispatch.Backlog && number % 2 == 0 ? Findings.OtherAccount.Id : findingPrefix;
    }

    public static TimeSpan LongestWait { get; } = TimeSpan.FromMinutes(3);

    public SimulationPlan Plan { get; }

    public Random Random { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The clock of the ledger: that of the machine whose call it is.</summary>
    public SkewedClock LedgerClock { get; }

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

    /// <summary>The findings that are there before anything is sent.</summary>
    public IEnumerable<ExportRequest> Backlog => Enumerable.Range(0, Plan.Dispatch!.Backlog).Select(index => Findings.Request(_findings[index], TargetOf(index)));

    public ExportRequest PickWork(SimulatedWorker worker)
    {
        var number = _nextWork[worker.Number] = _nextWork.GetValueOrDefault(worker.Number, Random.Next(_findings.Length)) + 1;
        var index = number % _findings.Length;
        return Findings.Request(_findings[index], TargetOf(index));
    }

    public TimeSpan DrawUpTo(TimeSpan most) => TimeSpan.FromMilliseconds(Random.NextInt64((long)most.TotalMilliseconds + 1));

    /// <summary>Half of the time as late as can be: what breaks lies at the edge.</summary>
    public TimeSpan DrawLate(TimeSpan most) => Random.Next(2) == 0 ? most : DrawUpTo(most);

    public TimeSpan DrawRest() => DrawUpTo(TimeSpan.FromSeconds(_isCalm ? 60 : 20));

    /// <summary>How far a clock of a machine is off next.</summary>
    public TimeSpan DrawSkew(TimeSpan most) => DrawUpTo(most) * (Random.Next(2) == 0 ? 1 : -1);

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

    private string TargetOf(int index) => Plan switch
    {
        { TwoTargets: true } => Random.Next(2) == 0 ? "second" : "board",
        { Dispatch: { } dispatch } when index >= dispatch.Backlog => index % 4 < 2 ? "second" : "board",
        _ => "board",
    };

    private bool Happens(double rate) => !_isCalm && rate > 0 && Random.NextDouble() < rate;
}
