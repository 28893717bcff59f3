using System.Globalization;
using TicketExport.Simulation.Tests.Mutations;
using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

/// <summary>A proof that cannot fail proves nothing: each break of the protocol must be noticed.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int MostSeeds = 20_000;

    public static TheoryData<int, string> Mutations
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (index, mutation) in Breaks.All.Index())
            {
                data.Add(index, mutation.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    [Trait("Fault", "F77")]
    [Trait("Fault", "F78")]
    public void A_break_of_the_protocol_is_noticed(int index, string name)
    {
        for (var seed = 0; seed < MostSeeds; seed++)
        {
            var plan = Breaks.All[index].Steer(SimulationPlan.FromSeed(seed)) with { Mutation = Breaks.All[index] };
            if (Seeds.Run(plan) is { } violation)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: noticed after {seed + 1} seeds by {violation}"));
                return;
            }
        }

        Assert.Fail($"Nobody noticed in {MostSeeds} seeds that {name}.");
    }
}
