using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport.Configuration;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.DependencyInjection;

public sealed class AddTicketExportTests
{
    [Fact]
    public async Task Calling_everything_twice_is_safe()
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddMock();
        services.AddTicketExport().AddMock();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var result = await provider.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor("mock"));

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Single(provider.GetServices<ITicketProvider>());
        Assert.Same(provider.GetRequiredService<IExportLedger>(), provider.GetRequiredService<IExportLedgerQueries>());
    }

    [Fact]
    public async Task Targets_and_options_come_from_configuration()
    {
        await using var provider = FromConfiguration(new()
        {
            ["TicketExport:LeaseDuration"] = "00:01:30",
            ["TicketExport:Targets:Board:Provider"] = "MOCK",
            ["TicketExport:Targets:Board:LinkScope"] = "PerTarget",
            ["TicketExport:Targets:Board:Account"] = "acme",
            ["TicketExport:Targets:Board:Settings:Colour"] = "blue",
            ["TicketExport:Targets:Board:Credentials:token"] = "a-secret",
        });
        var targets = provider.GetRequiredService<ITicketTargetSource>();

        var target = await targets.FindAsync("acme", "board", default);

        Assert.Equal(TimeSpan.FromSeconds(90), provider.GetRequiredService<IOptions<TicketExportOptions>>().Value.LeaseDuration);
        Assert.Equal(("Board", LinkScope.PerTarget, "blue"), (target!.Id, target.LinkScope, target.Settings["colour"]));
        Assert.Null(await targets.FindAsync("other", "board", default));
        var credential = await provider.GetRequiredService<ITicketCredentialSource>().GetAsync("acme", target, default);
        Assert.True(credential!.TryGet("TOKEN", out var secret));
        Assert.Equal("a-secret", secret);
        Assert.Equal("***", credential.ToString());
    }

    [Theory]
    [InlineData("TicketExport:Targets:board:Providr", "mock", "TicketExport:Targets:board:Providr is not a setting")]
    [InlineData("TicketExport:Lease", "00:01:00", "TicketExport:Lease is not a setting")]
    [InlineData("TicketExport:LeaseDuration", "00:00:01", "TicketExport:LeaseDuration is 00:00:01; set it between 00:00:05 and 01:00:00")]
    [InlineData("TicketExport:RetryMaxDelay", "00:00:05", "TicketExport:RetryMaxDelay is 00:00:05")]
    [InlineData("TicketExport:MaxAttempts", "0", "TicketExport:MaxAttempts is 0; set it between 1 and 100")]
    [InlineData("TicketExport:MaxRetryAge", "00:00:10", "TicketExport:MaxRetryAge is 00:00:10")]
    [InlineData("TicketExport:DisableTargetAfter", "00:59:00", "TicketExport:DisableTargetAfter is 00:59:00; set it between 01:00:00 and 365.00:00:00")]
    [InlineData("TicketExport:FallbackAfterRateLimits", "0", "TicketExport:FallbackAfterRateLimits is 0; set it between 1 and 1000")]
    [InlineData("TicketExport:FallbackAfterWait", "8.00:00:00", "TicketExport:FallbackAfterWait is 8.00:00:00")]
    [InlineData("TicketExport:Targets:board:BaseUrl", "not an address", "TicketExport:Targets:board:BaseUrl is not an absolute address")]
    [InlineData("TicketExport:Targets:board:Provider", "jira", "TicketExport:Targets:board:Provider: No provider is registered for 'jira' (registered: mock)")]
    [InlineData("TicketExport:Targets:other:LinkScope", "PerTarget", "TicketExport:Targets:other:Provider is missing")]
    [InlineData("TicketExport:Targets:board:LinkScope", "7", "TicketExport:Targets:board:LinkScope is not a link scope")]
    public async Task A_wrong_setting_stops_the_host_at_start_and_names_the_key(string key, string value, string message)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["TicketExport:Targets:board:Provider"] = "mock",
            [key] = value,
        });
        builder.Services.AddTicketExport(builder.Configuration.GetSection("TicketExport")).AddMock();
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_has_a_key_that_configuration_may_hold()
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(typeof(TicketExportOptions).GetProperties().Select(static option => KeyValuePair.Create($"TicketExport:{option.Name}", (string?)""))
                .Concat(typeof(TicketTargetOptions).GetProperties().Select(static option => KeyValuePair.Create($"TicketExport:Targets:board:{option.Name}", (string?)""))))
            .Build()
            .GetSection("TicketExport");

        Assert.True(new ConfigurationKeyRules(section).Validate(null, new TicketExportOptions()).Succeeded);
    }

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        using var provider = FromConfiguration(new()
        {
            ["TicketExport:Targets:a:Provider"] = "",
            ["TicketExport:Targets:b:Provider"] = "jira",
            ["TicketExport:Targets:c:Prov"] = "mock",
        });

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TicketExportOptions>>().Value);

        Assert.Equal(4, exception.Failures.Count());
    }

    [Fact]
    public void A_provider_names_the_missing_secret_at_start()
    {
        using var provider = WithProblem(static _ => { });

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TicketExportOptions>>().Value);

        Assert.Contains("TicketExport:Targets:board:Credentials:token: It is missing. Set it.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_of_a_vault_are_not_missed_at_start()
    {
        using var provider = WithProblem(static builder => builder.UseCredentials<Vault>());

        Assert.Single(provider.GetRequiredService<IOptions<TicketExportOptions>>().Value.Targets);
        Assert.IsType<Vault>(provider.GetRequiredService<ITicketCredentialSource>());
    }

    [Fact]
    public async Task Targets_of_the_hosts_own_store_take_the_place_of_configuration()
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddMock().UseTargets<Store>();
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor("made-at-run-time"));

        Assert.Equal(ExportOutcome.Created, result.Outcome);
    }

    [Fact]
    public void Two_providers_of_one_key_are_refused_by_name()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(new ScriptedProvider());
        services.AddSingleton<ITicketProvider>(new ScriptedProvider { Sheet = new ScriptedProvider().Sheet with { Key = "other", Aliases = ["SCRIPTED"] } });
        services.AddTicketExport();
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<ITicketExporter>());

        Assert.Contains("Two providers claim the key 'SCRIPTED'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_without_a_guarantee_is_refused()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(new ScriptedProvider { Sheet = new ScriptedProvider().Sheet with { Guarantee = GuaranteeClass.Unknown } });
        services.AddTicketExport();
        using var provider = services.BuildServiceProvider();

        Assert.Contains("lacks Key or Guarantee", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<ITicketExporter>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_of_unknown_kind_is_refused()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(new ScriptedProvider { Sheet = new ScriptedProvider().Sheet with { Kind = ProviderKind.Unknown } });
        services.AddTicketExport();
        using var provider = services.BuildServiceProvider();

        Assert.Contains("has an unknown Kind", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<ITicketExporter>()).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider FromConfiguration(Dictionary<string, string?> values)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        services.AddTicketExport(configuration.GetSection("TicketExport")).AddMock();
        return services.BuildServiceProvider();
    }

    private static ServiceProvider WithProblem(Action<TicketExportBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(new ScriptedProvider
        {
            Problems = [new("Credentials:token", FailureReason.Configuration, "It is missing. Set it.")],
        });
        configure(services.AddTicketExport().AddTarget("board", static target => target.Provider = "scripted"));
        return services.BuildServiceProvider();
    }

    private sealed class Vault : ITicketCredentialSource
    {
        public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) =>
            Task.FromResult<TicketCredential?>(null);
    }

    private sealed class Store : ITicketTargetSource
    {
        public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
            Task.FromResult<TicketTarget?>(new TicketTarget { Id = targetId, ProviderKey = "mock", Settings = ImmutableDictionary<string, string>.Empty });
    }
}
