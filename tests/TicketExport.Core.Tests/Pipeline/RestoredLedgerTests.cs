using Microsoft.Extensions.DependencyInjection;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

public sealed class RestoredLedgerTests
{
    private static readonly TimeSpan SettleWindow = TimeSpan.FromMinutes(1);

    [Fact]
    [Trait("Fault", "F113")]
    public async Task A_ticket_of_the_lost_time_is_adopted_and_nothing_is_created()
    {
        await using var harness = Restored(ago: TimeSpan.FromHours(1));
        harness.Provider.OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("lost")]));

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Adopted, "lost"), (result.Outcome, result.Ticket?.ProviderTicketId));
        Assert.Empty(harness.Provider.Creates);
        Assert.Equal(harness.Time.GetUtcNow() - TimeSpan.FromHours(1), Assert.Single(harness.Provider.Finds).AttemptStartedAt);
    }

    [Theory]
    [InlineData(GuaranteeClass.LaggingLookup, "likely")]
    [InlineData(GuaranteeClass.ConsistentLookup, "proven")]
    [InlineData(GuaranteeClass.NativeIdempotency, "repeatable")]
    [Trait("Fault", "F113")]
    public async Task A_finding_without_a_ticket_is_created_after_one_look_up(GuaranteeClass guarantee, string answer)
    {
        await using var harness = Restored(ago: TimeSpan.FromHours(1), guarantee);
        harness.Provider.OnFind(answer == "repeatable" ? new FindOutcome.Repeatable() : new FindOutcome.Absent(Proven: answer == "proven"));

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Created, 1, 1), (result.Outcome, harness.Provider.Finds.Count, harness.Provider.Creates.Count));
    }

    [Fact]
    [Trait("Fault", "F113")]
    public async Task Nothing_is_asked_before_the_tracker_had_time_to_show_what_was_lost()
    {
        await using var harness = Restored(ago: TimeSpan.FromSeconds(1), GuaranteeClass.LaggingLookup);
        var settledAt = harness.Time.GetUtcNow() - TimeSpan.FromSeconds(1) + harness.Provider.Sheet.Timeout + SettleWindow;

        var early = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.RetryScheduled, settledAt), (early.Outcome, early.RetryAt));
        Assert.Empty(harness.Provider.Finds);
        harness.Time.SetUtcNow(settledAt);
        harness.Provider.OnFind(new FindOutcome.Absent(Proven: false));
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);
    }

    [Fact]
    [Trait("Fault", "F113")]
    public async Task A_look_up_that_fails_sends_nothing_and_is_tried_again()
    {
        await using var harness = Restored(ago: TimeSpan.FromHours(1));
        harness.Provider
            .OnFind(new FindOutcome.Failed(ScriptedProvider.Fault(FailureReason.Unavailable)))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("lost")]));

        var failed = await harness.ExportAsync();
        harness.Time.SetUtcNow(failed.RetryAt!.Value);
        var again = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.RetryScheduled, ExportOutcome.Adopted), (failed.Outcome, again.Outcome));
        Assert.Empty(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F113")]
    public async Task Where_nobody_can_look_a_person_is_asked()
    {
        await using var harness = Restored(ago: TimeSpan.FromHours(1), GuaranteeClass.NoLookup);
        harness.Provider.OnFind(new FindOutcome.Absent(Proven: false));

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.DeliveryUnknown, NextStep.Confirm), (result.Outcome, result.Failure?.NextStep));
        Assert.Empty(harness.Provider.Creates);
    }

    private static ExporterHarness Restored(TimeSpan ago, GuaranteeClass guarantee = GuaranteeClass.ConsistentLookup)
    {
        var harness = new ExporterHarness(builder => builder.Services
            .AddOptions<TicketExportOptions>()
            .Configure<TimeProvider>((options, time) => options.LedgerRestoredAt ??= time.GetUtcNow() - ago));
        harness.Provider.Sheet = harness.Provider.Sheet with
        {
            Guarantee = guarantee,
            SettleWindow = guarantee == GuaranteeClass.LaggingLookup ? SettleWindow : TimeSpan.Zero,
        };
        return harness;
    }
}
