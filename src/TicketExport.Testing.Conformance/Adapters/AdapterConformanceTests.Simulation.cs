using System.Globalization;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    /// <summary>The environment variable with the number of seeded runs.</summary>
    public const string SeedsVariable = "TICKETEXPORT_ADAPTER_SEEDS";

    private const int DefaultSeeds = 30;

    [Fact]
    public async Task Whatever_goes_wrong_every_finding_has_one_ticket_or_is_known_to_be_unknown()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var fixture = await StartAsync(_clock);
            await using var world = new AdapterWorld(fixture, _clock, seed);
            await world.RunAsync();
        }
    }

    private static int Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable(SeedsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var seeds) ? seeds : DefaultSeeds;
}
