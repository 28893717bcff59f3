using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubConformanceTests : AdapterConformanceTests
{
    protected override async Task<AdapterFixture> StartAsync(TimeProvider time) =>
        new GitHubFixture(await FakeGitHub.StartAsync(new FakeGitHubOptions { TimeProvider = time }));
}
