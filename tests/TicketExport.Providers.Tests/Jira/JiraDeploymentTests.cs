using Microsoft.Extensions.DependencyInjection;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraDeploymentTests
{
    [Theory]
    [InlineData(DeploymentMode.Cloud, false)]
    [InlineData(DeploymentMode.SelfHosted, true)]
    [Trait("Behaviour", "S2")]
    [Trait("Behaviour", "S3")]
    public async Task A_target_of_either_mode_is_exported_to_at_its_own_address(DeploymentMode mode, bool isDataCenter)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter });
        await using var export = new TestExport(builder =>
        {
            builder.Services.Configure<TicketExportOptions>(options => options.DeploymentMode = mode);
            JiraHost.Add(builder, (TestExport.TargetId, jira), isDataCenter);
        });

        var result = await export.ExportAsync();

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.True(jira.SiteUrl.IsBaseOf(result.Ticket!.Url!));
        Assert.Single(jira.Tickets);
    }
}
