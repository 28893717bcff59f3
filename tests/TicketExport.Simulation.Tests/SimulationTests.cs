using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Thousands_of_worlds_end_with_one_ticket_for_each_finding()
    {
        foreach (var seed in Seeds.All)
        {
            Seeds.Judge(SimulationPlan.FromSeed(seed), output);
        }
    }
}
