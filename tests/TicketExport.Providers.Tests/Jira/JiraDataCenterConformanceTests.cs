using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Jira;

public sealed class JiraDataCenterConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) =>
        new JiraFixture(await FakeJira.StartAsync(new() { TimeProvider = time, IsDataCenter = true, ContextPath = "jira" }), isDataCenter: true);
}
