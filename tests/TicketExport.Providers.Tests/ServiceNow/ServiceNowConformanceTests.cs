using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) =>
        new ServiceNowFixture(await FakeServiceNow.StartAsync(new FakeServiceNowOptions { TimeProvider = time }));
}
