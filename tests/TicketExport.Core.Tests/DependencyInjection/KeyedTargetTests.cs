using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Readiness;
using TicketExport.Review;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.DependencyInjection;

/// <summary>The default target of flat keys, beside what the host has of its own.</summary>
public sealed class KeyedTargetTests
{
    [Fact]
    [Trait("Behaviour", "S193")]
    public async Task Without_any_key_the_default_target_is_the_mock()
    {
        await using var provider = Start([]);

        var result = await ExportAsync(provider);

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.StartsWith("mock-TCK-", result.Ticket!.ProviderTicketId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hosts_own_source_is_asked_first_and_the_keys_answer_for_what_it_lacks()
    {
        await using var provider = Start([], static builder => builder.UseTargets<OneTarget>());
        var targets = provider.GetRequiredService<ITicketTargets>();

        Assert.Equal("own", (await targets.FindAsync("acme", "own"))!.Id);
        Assert.Equal(TicketExportKeys.DefaultTargetId, (await targets.FindAsync("acme", "DEFAULT"))!.Id);
        Assert.Null(await targets.FindAsync("acme", "nope"));
        var items = (await provider.GetRequiredService<ITicketReadiness>().CheckAccountAsync("acme")).Items;
        Assert.Equal(["default", "own"], items.Select(static item => item.TargetId).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_vault_has_the_secret_that_the_keys_then_need_not_hold()
    {
        await using var provider = Start(
            [new("TICKET_PROVIDER", "servicenow"), new("SERVICENOW_BASE_URL", "https://acme.service-now.test")],
            static builder => builder.UseCredentials<NoSecrets>());

        var result = await ExportAsync(provider);

        Assert.Equal((ExportOutcome.Blocked, ExportCodes.ProviderUnavailable), (result.Outcome, result.Failure!.Code));
    }

    [Fact]
    public async Task Settings_without_a_provider_complete_the_keys()
    {
        await using var provider = Start([], static builder => builder.AddTarget("default", static target => target.RequiredFields.Add("board")));

        var result = await ExportAsync(provider);

        Assert.Equal(ExportCodes.MappingRequired, result.Failure!.Code);
    }

    [Fact]
    [Trait("Behaviour", "S212")]
    [Trait("Behaviour", "S213")]
    public async Task A_change_of_the_keys_holds_at_the_next_call()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("TICKET_PROVIDER", "jira")]).Build();
        await using var provider = Start(configuration);
        var readiness = provider.GetRequiredService<ITicketReadiness>();

        var before = await readiness.CheckTargetAsync("acme", TicketExportKeys.DefaultTargetId);
        configuration["TICKET_PROVIDER"] = "mock";
        configuration.Reload();
        var after = await readiness.CheckTargetAsync("acme", TicketExportKeys.DefaultTargetId);

        Assert.Equal((false, true), (before!.IsReady, after!.IsReady));
        Assert.Equal("JIRA_BASE_URL", before.Items.Single(static item => item.Key == ReadinessKey.ProviderConfigured).Setting);
    }

    private static ServiceProvider Start(IEnumerable<KeyValuePair<string, string?>> keys, Action<TicketExportBuilder>? add = null) =>
        Start(new ConfigurationBuilder().AddInMemoryCollection(keys).Build(), add);

    private static ServiceProvider Start(IConfiguration configuration, Action<TicketExportBuilder>? add = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddTicketExport().AddTargetFromKeys(configuration);
        add?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static Task<ExportResult> ExportAsync(ServiceProvider provider) =>
        provider.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor(TicketExportKeys.DefaultTargetId));

    internal sealed class OneTarget : ITicketTargetSource, ITicketTargetList
    {
        private static readonly TicketTarget Own = new() { Id = "own", ProviderKey = "mock" };

        public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
            Task.FromResult(targetId == Own.Id ? Own : null);

        public Task<System.Collections.Immutable.ImmutableArray<TicketTarget>> ListAsync(string accountId, CancellationToken cancellationToken) =>
            Task.FromResult(System.Collections.Immutable.ImmutableArray.Create(Own));
    }

    internal sealed class NoSecrets : ITicketCredentialSource
    {
        public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) => Task.FromResult<TicketCredential?>(null);
    }
}
