using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>A tracker without any look-up.</summary>
public sealed class BlindConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) => new WholeFixture(
        await Testing.FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time, IsIdempotent = GoodAdapters.Blind.IsIdempotent }),
        GoodAdapters.Blind);
}
