using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Mock;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.Targets;

public sealed class DeploymentModeTests
{
    [Fact]
    [Trait("Behaviour", "S79")]
    public async Task Webhook_only_refuses_every_other_target_of_the_hosts_own_store()
    {
        await using var harness = await TargetHarness.StartAsync(static options => options.DeploymentMode = DeploymentMode.WebhookOnly);

        var failure = (await harness.ExportAsync()).Failure!;

        Assert.Equal((ExportCodes.ProviderUnavailable, FailureReason.Configuration), (failure.Code, failure.Reason));
        Assert.Equal("TicketExport:Targets:board:Provider", failure.Setting);
        Assert.Contains("is no webhook, and TicketExport:DeploymentMode is WebhookOnly", failure.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Tracker.Calls);
    }

    [Theory]
    [Trait("Behaviour", "S79")]
    [InlineData(DeploymentMode.Cloud, ProviderKind.Tracker, true)]
    [InlineData(DeploymentMode.Cloud, ProviderKind.Webhook, true)]
    [InlineData(DeploymentMode.SelfHosted, ProviderKind.Tracker, true)]
    [InlineData(DeploymentMode.SelfHosted, ProviderKind.Mock, true)]
    [InlineData(DeploymentMode.WebhookOnly, ProviderKind.Tracker, false)]
    [InlineData(DeploymentMode.WebhookOnly, ProviderKind.Mock, false)]
    [InlineData(DeploymentMode.WebhookOnly, ProviderKind.Webhook, true)]
    public void A_mode_allows_kinds_of_providers_and_no_list_of_keys(DeploymentMode mode, ProviderKind kind, bool isAllowed)
    {
        var sheet = new ScriptedProvider().Sheet with { Kind = kind };

        Assert.Equal(isAllowed, ModeRules.FindProblem(sheet, new TicketExportOptions { DeploymentMode = mode }, isProduction: false) is null);
    }

    [Theory]
    [InlineData("Production", "TicketExport:DeploymentMode", "WebhookOnly", "TicketExport:Targets:board:Provider: Provider 'mock' is no webhook")]
    [InlineData("Production", "TicketExport:DeploymentMode", "Cloud", "TicketExport:Targets:board:Provider: Provider 'mock' makes tickets that are not real")]
    [InlineData("Development", "TicketExport:DeploymentMode", "9", "TicketExport:DeploymentMode is not a mode")]
    [InlineData("Development", "TicketExport:ProviderDefaults:jira:Settings:project", "x", "TicketExport:ProviderDefaults:jira:Settings: No provider is registered for 'jira'")]
    [InlineData("Development", "TicketExport:ProviderDefaults:mock:Setting:project", "x", "TicketExport:ProviderDefaults:mock:Setting is not a setting")]
    [InlineData("Development", "TicketExport:Links:Report", "/x", "TicketExport:Links:Report is not a setting")]
    [InlineData("Development", "TicketExport:Targets:board:RequiredFields:0", "project", "TicketExport:Targets:board:Settings:project: The required field 'project' has no value")]
    [InlineData("Development", "TicketExport:Targets:board:RequiredFields:0", " ", "TicketExport:Targets:board:RequiredFields holds an empty name")]
    public async Task What_cannot_work_stops_the_host_at_start_and_names_the_key(string environment, string key, string value, string message)
    {
        using var host = HostOf(environment, (key, value));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "TicketExport:AllowMock", "true")]
    [InlineData("Development", "TicketExport:AllowMock", "false")]
    [InlineData("Development", "TicketExport:Targets:board:RequiredFields:0", "labels")]
    [InlineData("Development", "TicketExport:Targets:board:RequiredFields:0", "ASSIGNEE")]
    public async Task What_can_work_starts(string environment, string key, string value)
    {
        using var host = HostOf(environment, (key, value));

        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task In_production_a_mock_target_of_the_hosts_own_store_is_refused_until_it_is_allowed()
    {
        var store = new HostTargets { ["board"] = new TicketTarget { Id = "board", ProviderKey = MockDefaults.Key } };
        foreach (var isAllowed in new[] { false, true })
        {
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
            builder.Services.AddSingleton<ITicketTargetSource>(store);
            builder.Services.AddTicketExport(options => options.AllowMock = isAllowed).AddProvider<MockTicketProvider>();
            using var host = builder.Build();

            var result = await host.Services.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor("board"));

            Assert.Equal(isAllowed ? ExportOutcome.Created : ExportOutcome.Blocked, result.Outcome);
            Assert.Equal(isAllowed, result.Ticket?.Url?.Host.StartsWith("mock.", StringComparison.Ordinal) == true && result.Ticket.ProviderTicketId.StartsWith("mock-", StringComparison.Ordinal));
            Assert.Equal(isAllowed ? null : "TicketExport:Targets:board:Provider", result.Failure?.Setting);
        }
    }

    [Fact]
    public async Task The_new_settings_of_a_target_come_from_configuration()
    {
        using var host = HostOf(
            "Development",
            ("TicketExport:Targets:board:Project", "shop"),
            ("TicketExport:Targets:board:AcceptsEvidence", "false"),
            ("TicketExport:Targets:board:OwnershipConfirmed", "true"),
            ("TicketExport:Targets:board:RequiredFields:0", "labels"));

        var target = (await host.Services.GetRequiredService<ITicketTargetSource>().FindAsync("acme", "board", default))!;

        Assert.Equal(("shop", false, true), (target.Project, target.AcceptsEvidence, target.OwnershipConfirmed));
        Assert.Equal(["labels"], target.RequiredFields.AsEnumerable());
    }

    private static IHost HostOf(string environment, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.Services.AddTicketExport(builder.Configuration.GetSection("TicketExport")).AddMock("board");
        return builder.Build();
    }
}
