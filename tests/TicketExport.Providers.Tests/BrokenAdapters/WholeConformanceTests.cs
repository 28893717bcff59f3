using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>The adapter that the broken ones are made from is a good one, in every ability.</summary>
public sealed class WholeConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) =>
        new WholeFixture(await Testing.FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time }), new Breakage());
}
