using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

/// <summary>The worker's loop and the dispatcher in simulated worlds: hosts enqueue, nodes send, end, restart, and disagree on the time.</summary>
public sealed class DispatchTests(ITestOutputHelper output)
{
    private const int FairWorlds = 40;

    [Fact]
    [Trait("Fault", "F11")]
    [Trait("Fault", "F67")]
    [Trait("Fault", "F71")]
    [Trait("Fault", "F80")]
    [Trait("Fault", "F90")]
    public void Thousands_of_dispatched_worlds_end_with_one_ticket_for_each_finding()
    {
        foreach (var seed in Seeds.Only is { } only ? [only] : Enumerable.Range(0, Seeds.Count / 2))
        {
            Seeds.Judge(SimulationPlan.DispatchedFromSeed(seed), output);
        }
    }

    [Fact]
    public void A_seed_of_a_dispatched_world_gives_the_same_run_again_and_over_a_SQLite_file()
    {
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 2 * TrackerProfile.All.Count; seed++)
        {
            var plan = SimulationPlan.DispatchedFromSeed(seed) with { Traced = true };
            using var first = new World(plan);
            using var again = new World(plan);
            var file = folder.File($"{seed}.db");
            using var durable = new World(plan, time => new SqliteStorage(file, time));

            Assert.Equal((null, null, null), (first.Run(), again.Run(), durable.Run()));
            Assert.NotEmpty(first.Events);
            Assert.Equal(first.Events, again.Events);
            Assert.Equal(first.Events, durable.Events);
        }
    }

    [Fact]
    [Trait("Fault", "F82")]
    public void A_target_with_a_backlog_keeps_no_other_waiting_for_longer_than_its_round()
    {
        foreach (var seed in Enumerable.Range(0, FairWorlds))
        {
            Seeds.Judge(FairPlan(seed), output);
        }
    }

    /// <summary>Sixty findings wait at one target before anything is sent; those of the others come while they are worked off.</summary>
    internal static SimulationPlan FairPlan(int seed)
    {
        // What one query may hand out before the next one, and one round of the four targets, on each node.
        const int Nodes = 2;
        const int MaxParallel = 2;
        const int Round = (4 * MaxParallel) + MaxParallel + 4;
        return new SimulationPlan
        {
            Seed = seed,
            Profile = TrackerProfile.Prompt,
            Workers = Nodes,
            Findings = 68,
            Turns = 400,
            Dispatch = new DispatchPlan { MaxParallel = MaxParallel, Backlog = 60, StartsLate = true, Scheduled = seed % 3, MostOvertakings = Nodes * Round },
        };
    }
}
