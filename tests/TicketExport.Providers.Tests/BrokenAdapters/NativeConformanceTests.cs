using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>A tracker with a native key.</summary>
public sealed class NativeConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) => new WholeFixture(
        await Testing.FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time, IsIdempotent = GoodAdapters.Native.IsIdempotent }),
        GoodAdapters.Native);
}
