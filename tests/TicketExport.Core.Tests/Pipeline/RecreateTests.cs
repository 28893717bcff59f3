using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

public sealed class RecreateTests
{
    private static readonly CreateOutcome Lost = new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous));

    [Theory]
    [InlineData(false, GuaranteeClass.LaggingLookup, ExportOutcome.DeliveryUnknown, 1)]
    [InlineData(true, GuaranteeClass.LaggingLookup, ExportOutcome.Created, 2)]
    [InlineData(false, GuaranteeClass.NoLookup, ExportOutcome.DeliveryUnknown, 1)]
    public async Task A_likely_absence_after_the_settle_window_is_sent_again_only_where_the_target_opted_in_and_somebody_can_look(
        bool recreates, GuaranteeClass guarantee, ExportOutcome outcome, int creates)
    {
        await using var harness = new ExporterHarness(builder => builder.Services.AddSingleton<ITicketTargetSource>(new OneTarget(recreates)));
        harness.Provider.Sheet = harness.Provider.Sheet with { Guarantee = guarantee, SettleWindow = TimeSpan.FromMinutes(1) };
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Absent(Proven: false));
        var unknown = await harness.ExportAsync();
        Assert.Equal(ExportOutcome.DeliveryUnknown, (await harness.ExportAsync()).Outcome);
        Assert.Empty(harness.Provider.Finds);
        harness.Time.SetUtcNow(unknown.RetryAt!.Value);

        var settled = await harness.ExportAsync();

        Assert.Equal((outcome, creates), (settled.Outcome, harness.Provider.Creates.Count));
        Assert.Equal(unknown.IdempotencyKey, settled.IdempotencyKey);
    }

    [Fact]
    public async Task An_unknown_outcome_with_a_wait_pauses_the_target_and_is_not_looked_up_before()
    {
        await using var harness = new ExporterHarness();
        var until = harness.Time.GetUtcNow().AddMinutes(2);
        harness.Provider.OnCreate(new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Unavailable), until));

        var unknown = await harness.ExportAsync();
        var other = await harness.ExportAsync(document: Documents.Finding("other"));

        Assert.Equal((ExportOutcome.DeliveryUnknown, until), (unknown.Outcome, unknown.RetryAt));
        Assert.Equal((ExportOutcome.RetryScheduled, until), (other.Outcome, other.RetryAt));
        Assert.Empty(harness.Provider.Finds);
        Assert.Equal(until, (await harness.Queries.FindCooldownAsync(new TargetKey("acme", "board"), default))!.PausedUntil);
    }

    [Fact]
    public async Task A_target_that_opts_in_without_a_look_up_is_refused_with_its_key()
    {
        await using var harness = new ExporterHarness(static builder => builder.AddTarget("blind", static target =>
        {
            target.Provider = "scripted";
            target.RecreateWhenAbsent = true;
        }));
        harness.Provider.Sheet = harness.Provider.Sheet with { Guarantee = GuaranteeClass.NoLookup };

        var exception = Assert.Throws<OptionsValidationException>(() => harness.Service<IOptionsMonitor<TicketExportOptions>>().CurrentValue);

        Assert.Contains("TicketExport:Targets:blind:RecreateWhenAbsent: It is set", exception.Message, StringComparison.Ordinal);
    }

    private sealed class OneTarget(bool recreates) : ITicketTargetSource
    {
        public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
            Task.FromResult<TicketTarget?>(new TicketTarget { Id = targetId, ProviderKey = "scripted", RecreateWhenAbsent = recreates, OwnershipConfirmed = true });
    }
}
