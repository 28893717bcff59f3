using System.Globalization;
using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

/// <summary>One finding and one worker, killed at every await point of the path: before and after each effect.</summary>
public sealed class ExhaustiveCrashTests(ITestOutputHelper output)
{
    public static TheoryData<int, string> Profiles
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (index, profile) in TrackerProfile.All.Index())
            {
                data.Add(index, profile.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    [Trait("Fault", "F1")]
    [Trait("Fault", "F2")]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F4")]
    [Trait("Fault", "F5")]
    [Trait("Fault", "F6")]
    [Trait("Fault", "F7")]
    [Trait("Fault", "F9")]
    [Trait("Fault", "F13")]
    [Trait("Fault", "F18")]
    [Trait("Fault", "F33")]
    [Trait("Fault", "F34")]
    public void Any_two_crashes_of_an_export_leave_one_ticket(int index, string name)
    {
        var runs = 0;
        foreach (var plan in Plans(TrackerProfile.All[index]))
        {
            var points = CountAwaitPoints(plan);
            for (var first = 0; first < points; first++)
            {
                // The second crash may lie beyond the first run's length: a crash makes the way longer.
                var last = plan.FirstFaults.Length == 1 ? points + (points / 2) : first;
                for (var second = first; second <= last; second++)
                {
                    Seeds.Judge(plan with { KillAt = first == second ? [first] : [first, second] }, output);
                    runs++;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {runs} runs"));
        Assert.True(runs > 1_000);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    [Trait("Fault", "F1")]
    [Trait("Fault", "F2")]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F5")]
    [Trait("Fault", "F7")]
    [Trait("Fault", "F9")]
    public void Any_crash_of_an_export_over_a_SQLite_file_leaves_one_ticket(int index, string name)
    {
        using var folder = new TemporaryFolder();
        var runs = 0;
        foreach (var plan in Plans(TrackerProfile.All[index]).Where(static plan => plan.FirstFaults.Length == 1))
        {
            var points = CountAwaitPoints(plan);
            for (var at = 0; at < points; at++)
            {
                var number = runs++.ToString(CultureInfo.InvariantCulture);
                using var world = new World(plan with { KillAt = [at] }, time => new SqliteStorage(folder.File("ledger.db"), time), $"finding-{number}");
                Assert.Null(world.Run());
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {runs} runs"));
        Assert.True(runs > 50);
    }

    /// <summary>Each fault alone, and twice in a row.</summary>
    private static IEnumerable<SimulationPlan> Plans(TrackerProfile profile) => Enum.GetValues<TrackerFault>()
        .SelectMany(fault => new[] { new[] { fault }, [fault, fault] })
        .Select((faults, number) => new SimulationPlan { Seed = number, Profile = profile, FirstFaults = [.. faults] });

    private static int CountAwaitPoints(SimulationPlan plan)
    {
        using var world = new World(plan);
        Assert.Null(world.Run());
        return world.AwaitPoints;
    }
}
