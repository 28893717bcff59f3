using System.Globalization;
using TicketExport.Simulation.Tests.Mutations;
using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

/// <summary>A proof that cannot fail proves nothing: each break of the protocol must be noticed.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int MostSeeds = 20_000;

    public static TheoryData<int, string> Mutations => Named(Breaks.All);

    public static TheoryData<int, string> DispatchingMutations => Named(Breaks.OfDispatching);

    [Theory]
    [MemberData(nameof(Mutations))]
    [Trait("Fault", "F77")]
    [Trait("Fault", "F78")]
    public void A_break_of_the_protocol_is_noticed(int index, string name) =>
        IsNoticed(Breaks.All[index], name, SimulationPlan.FromSeed);

    [Theory]
    [MemberData(nameof(DispatchingMutations))]
    [Trait("Fault", "F77")]
    [Trait("Fault", "F82")]
    public void A_break_of_the_dispatching_is_noticed(int index, string name) =>
        IsNoticed(Breaks.OfDispatching[index], name, SimulationPlan.DispatchedFromSeed);

    private void IsNoticed(Mutation mutation, string name, Func<int, SimulationPlan> planOf)
    {
        for (var seed = 0; seed < MostSeeds; seed++)
        {
            var plan = mutation.Steer(planOf(seed)) with { Mutation = mutation };
            if (Seeds.Run(plan) is { } violation)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: noticed after {seed + 1} seeds by {violation}"));
                return;
            }
        }

        Assert.Fail($"Nobody noticed in {MostSeeds} seeds that {name}.");
    }

    private static TheoryData<int, string> Named(IReadOnlyList<Mutation> mutations)
    {
        var data = new TheoryData<int, string>();
        foreach (var (index, mutation) in mutations.Index())
        {
            data.Add(index, mutation.Name);
        }

        return data;
    }
}
