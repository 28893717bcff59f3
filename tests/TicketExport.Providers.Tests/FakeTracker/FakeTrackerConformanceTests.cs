using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.FakeTracker;

public sealed class FakeTrackerConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) =>
        new FakeTrackerFixture(await Testing.FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time }));
}
