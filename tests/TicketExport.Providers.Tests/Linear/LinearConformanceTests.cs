using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Linear;

public sealed class LinearConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) =>
        new LinearFixture(await FakeLinear.StartAsync(new FakeLinearOptions { TimeProvider = time }));
}
