using TicketExport.Simulation.Tests.Worlds;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests;

/// <summary>What a truthful person completes, and what an account gives up that needs no person.</summary>
public sealed class PersonTests(ITestOutputHelper output)
{
    private const int Worlds = 300;

    private static TrackerProfile Within { get; } = TrackerProfile.Lagging with { Name = "C lag inside the settle window, no proof", AbsenceIsProof = false };

    public static TheoryData<int> AskingProfiles => [0, 1, 2];

    [Theory]
    [MemberData(nameof(AskingProfiles))]
    public void With_a_truthful_person_every_finding_gets_exactly_one_ticket(int profile)
    {
        foreach (var seed in Enumerable.Range(0, Worlds))
        {
            Seeds.Judge(
                SimulationPlan.FromSeed(seed) with { Profile = ((TrackerProfile[])[TrackerProfile.Blind, TrackerProfile.Unbounded, Within])[profile], HasPerson = true },
                output);
        }
    }

    [Fact]
    public void Within_the_settle_window_an_automatic_re_create_makes_no_second_ticket_and_needs_no_person()
    {
        foreach (var seed in Enumerable.Range(0, Worlds))
        {
            Seeds.Judge(SimulationPlan.FromSeed(seed) with { Profile = Within, RecreatesWhenAbsent = true }, output);
        }
    }

    [Fact]
    public void Beyond_the_settle_window_an_automatic_re_create_gives_up_at_most_one()
    {
        var violations = Enumerable.Range(0, Worlds)
            .Select(static seed => Seeds.Run(SimulationPlan.FromSeed(seed) with { Profile = TrackerProfile.Unbounded, RecreatesWhenAbsent = true }))
            .OfType<Violation>()
            .ToArray();

        Assert.NotEmpty(violations);
        Assert.All(violations, static violation => Assert.Equal("I1", violation.Oracle));
    }
}
