using System.Collections.Immutable;
using TicketExport.Simulation.Tests.Mutations;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>Everything that a run depends on. The same plan gives the same run, event by event.</summary>
internal sealed record SimulationPlan
{
    public required int Seed { get; init; }

    public required TrackerProfile Profile { get; init; }

    public int Workers { get; init; } = 1;

    public int Findings { get; init; } = 1;

    /// <summary>Whether each finding is asked for at two targets that share its guard key.</summary>
    public bool TwoTargets { get; init; }

    /// <summary>How many turns the faults last.</summary>
    public int Turns { get; init; }

    /// <summary>How likely a worker is killed in a turn.</summary>
    public double KillRate { get; init; }

    /// <summary>How likely a worker stands still for a while, as a paused machine does, in a turn.</summary>
    public double PauseRate { get; init; }

    /// <summary>How likely a caller cancels in a turn.</summary>
    public double CancelRate { get; init; }

    /// <summary>How likely a request to the tracker meets a fault.</summary>
    public double TrackerFaultRate { get; init; }

    /// <summary>How likely a call of the ledger fails, before or after its effect.</summary>
    public double LedgerFaultRate { get; init; }

    /// <summary>Faults of the first creates, in their order; further ones are drawn.</summary>
    public ImmutableArray<TrackerFault> FirstFaults { get; init; } = [];

    /// <summary>Await points, counted from 0, at which the worker is killed.</summary>
    public ImmutableArray<int> KillAt { get; init; } = [];

    /// <summary>Whether somebody looks at the tracker for exports that ask a person, and says the truth.</summary>
    public bool HasPerson { get; init; }

    /// <summary>Whether the targets take a likely absence for a proof.</summary>
    public bool RecreatesWhenAbsent { get; init; }

    /// <summary>How hosts enqueue and nodes send; <see langword="null"/> when callers export and wait.</summary>
    public DispatchPlan? Dispatch { get; init; }

    /// <summary>How far the clock of a machine may be off on the wall, to either side.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>What is broken on purpose.</summary>
    public Mutation Mutation { get; init; } = Mutation.None;

    /// <summary>Whether the run keeps its events.</summary>
    public bool Traced { get; init; }

    public static SimulationPlan FromSeed(int seed)
    {
        var random = new Random(seed);
        return new SimulationPlan
        {
            Seed = seed,
            Profile = TrackerProfile.All[seed % TrackerProfile.All.Count],
            Workers = 1 + random.Next(3),
            Findings = 1 + random.Next(3),
            TwoTargets = random.NextDouble() < 0.3,
            Turns = 30 + random.Next(170),
            KillRate = random.NextDouble() * 0.06,
            PauseRate = random.NextDouble() * 0.08,
            CancelRate = random.NextDouble() * 0.03,
            TrackerFaultRate = random.NextDouble(),
            LedgerFaultRate = random.NextDouble() * 0.2,
        };
    }

    /// <summary>Nodes that send what hosts enqueued: to four targets of two accounts, with restarts, and clocks that jump in half of the worlds.</summary>
    public static SimulationPlan DispatchedFromSeed(int seed)
    {
        var plan = FromSeed(seed);
        var random = new Random(~seed);
        var skew = random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(random.Next(1, 120));
        return plan with
        {
            Findings = 1 + random.Next(8),
            LedgerFaultRate = random.Next(2) == 0 ? 0 : plan.LedgerFaultRate,
            CancelRate = 0,
            Skew = skew,
            Profile = plan.Profile.WithSlack(2 * skew),
            Dispatch = new DispatchPlan
            {
                MaxParallel = 1 + random.Next(4),
                MaxParallelPerTarget = 1 + random.Next(2),
                Scheduled = random.Next(3),
                TerminateRate = random.NextDouble() * 0.04,
                JumpRate = skew == TimeSpan.Zero ? 0 : random.NextDouble() * 0.1,
            },
        };
    }

    public override string ToString() =>
        $"seed {Seed}: {Profile.Name}, {Workers} worker(s), {Findings} finding(s){(TwoTargets ? " at two targets" : "")}{(Dispatch is null ? "" : $", dispatched by {Dispatch.MaxParallel}")}{(Skew == TimeSpan.Zero ? "" : $", clocks off by {Skew.TotalSeconds} s")}{(Mutation == Mutation.None ? "" : $", {Mutation.Name}")}"
        + (FirstFaults.IsEmpty ? "" : $", faults {string.Join(" ", FirstFaults)}")
        + (KillAt.IsEmpty ? "" : $", killed at {string.Join(" and ", KillAt)}");
}
