using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Fault", "F10")]
    [Trait("Fault", "F12")]
    [Trait("Fault", "F15")]
    [Trait("Fault", "F18")]
    [Trait("Fault", "F19")]
    [Trait("Fault", "F62")]
    [Trait("Fault", "F72")]
    [Trait("Fault", "F77")]
    [Trait("Fault", "F88")]
    [Trait("Fault", "F89")]
    [Trait("Fault", "F90")]
    public void Thousands_of_worlds_end_with_one_ticket_for_each_finding()
    {
        foreach (var seed in Seeds.All)
        {
            Seeds.Judge(SimulationPlan.FromSeed(seed), output);
        }
    }

    [Fact]
    public void A_seed_gives_the_same_run_again_and_over_a_SQLite_file()
    {
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 2 * TrackerProfile.All.Count; seed++)
        {
            var plan = SimulationPlan.FromSeed(seed) with { Traced = true };
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
}
