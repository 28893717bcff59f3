using TicketExport.Testing.Conformance.Adapters;

namespace CustomProvider;

public sealed class RedmineConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) => new RedmineFixture(await FakeRedmine.StartAsync(time));
}
