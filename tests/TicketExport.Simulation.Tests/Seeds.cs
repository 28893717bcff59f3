using System.Globalization;
using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

/// <summary>Which worlds are run, and how a broken one is shown.</summary>
internal static class Seeds
{
    /// <summary>How many seeds are run: <c>TICKETEXPORT_SIM_SEEDS</c>.</summary>
    public static int Count => Read("TICKETEXPORT_SIM_SEEDS") ?? 4_000;

    /// <summary>The one seed of <c>TICKETEXPORT_SIM_SEED</c>, or the first ones.</summary>
    public static IEnumerable<int> All => Only is { } seed ? [seed] : Enumerable.Range(0, Count);

    /// <summary>The one seed to replay: <c>TICKETEXPORT_SIM_SEED</c>.</summary>
    public static int? Only => Read("TICKETEXPORT_SIM_SEED");

    public static Violation? Run(SimulationPlan plan)
    {
        using var world = new World(plan);
        return world.Run();
    }

    /// <summary>Fails with every event of the run when a promise was broken in it; the events come from a second, equal run.</summary>
    public static void Judge(SimulationPlan plan, ITestOutputHelper output)
    {
        if (Run(plan) is not { } violation && Only is null)
        {
            return;
        }

        using var replay = new World(plan with { Traced = true });
        violation = replay.Run();
        output.WriteLine($"{plan}");
        foreach (var line in replay.Events)
        {
            output.WriteLine(line);
        }

        if (violation is not null)
        {
            Assert.Fail($"{violation} in {plan}. Replay it with TICKETEXPORT_SIM_SEED={plan.Seed.ToString(CultureInfo.InvariantCulture)}; its events are in the test's output.");
        }
    }

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
