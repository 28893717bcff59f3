using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>A tracker whose index lags.</summary>
public sealed class LaggingConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) => new WholeFixture(
        await Testing.FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time, IsIdempotent = GoodAdapters.Lagging.IsIdempotent }),
        GoodAdapters.Lagging);
}
