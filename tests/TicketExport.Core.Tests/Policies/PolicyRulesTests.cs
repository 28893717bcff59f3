using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Core.Tests.Pipeline;

namespace TicketExport.Core.Tests.Policies;

public sealed class PolicyRulesTests
{
    [Theory]
    [InlineData(DuplicatePolicy.UpdateExisting, ClosedTicketPolicy.Block, "OnDuplicate", "IUpdateProvider")]
    [InlineData(DuplicatePolicy.Block, ClosedTicketPolicy.Reopen, "OnClosedTicket", "IReopenProvider")]
    [InlineData(DuplicatePolicy.Block, ClosedTicketPolicy.Comment, "OnClosedTicket", "ICommentProvider")]
    [InlineData(DuplicatePolicy.Block, ClosedTicketPolicy.NewGeneration, "OnClosedTicket", "IStatusProvider")]
    public async Task A_policy_without_its_ability_is_refused_at_start_and_before_sending(
        DuplicatePolicy onDuplicate,
        ClosedTicketPolicy onClosed,
        string setting,
        string ability)
    {
        await using var harness = new ExporterHarness(builder => builder.AddTarget("board", target =>
        {
            target.OnDuplicate = onDuplicate;
            target.OnClosedTicket = onClosed;
        }));

        var refused = Assert.Throws<OptionsValidationException>(() => harness.Service<IOptions<TicketExportOptions>>().Value);

        Assert.Contains($"TicketExport:Targets:board:{setting}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(ability, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_of_the_host_with_such_a_policy_is_unusable_and_nothing_is_sent()
    {
        await using var harness = new ExporterHarness(static builder => builder.UseTargets<HostTargets>());

        var blocked = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Blocked, "TicketExport:Targets:board:OnDuplicate"), (blocked.Outcome, blocked.Failure!.Setting));
        Assert.Contains("IUpdateProvider", blocked.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Provider.Creates);
    }

    [Fact]
    public void Policies_and_the_freshness_are_read_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["TicketExport:StatusFreshness"] = "00:05:00",
            ["TicketExport:Targets:board:Provider"] = "mock",
            ["TicketExport:Targets:board:OnDuplicate"] = "UpdateExisting",
            ["TicketExport:Targets:board:OnClosedTicket"] = "Reopen",
        }).Build();
        var services = new ServiceCollection();
        services.AddTicketExport(configuration.GetSection("TicketExport")).AddMock("other");
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<TicketExportOptions>>().Value;

        Assert.Equal(TimeSpan.FromMinutes(5), options.StatusFreshness);
        Assert.Equal((DuplicatePolicy.UpdateExisting, ClosedTicketPolicy.Reopen), (options.Targets["board"].OnDuplicate, options.Targets["board"].OnClosedTicket));
    }

    [Fact]
    public void Values_that_are_no_policy_and_a_freshness_out_of_range_are_refused_by_name()
    {
        var services = new ServiceCollection();
        services.AddTicketExport(static options => options.StatusFreshness = TimeSpan.Zero).AddMock("board").AddTarget("board", static target =>
        {
            target.OnDuplicate = (DuplicatePolicy)9;
            target.OnClosedTicket = (ClosedTicketPolicy)9;
        });
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TicketExportOptions>>().Value);

        Assert.Contains("TicketExport:StatusFreshness", refused.Message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Targets:board:OnDuplicate", refused.Message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Targets:board:OnClosedTicket", refused.Message, StringComparison.Ordinal);
    }

    private sealed class HostTargets : ITicketTargetSource
    {
        public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) => Task.FromResult<TicketTarget?>(
            new TicketTarget { Id = targetId, ProviderKey = "scripted", OnDuplicate = DuplicatePolicy.UpdateExisting });
    }
}
