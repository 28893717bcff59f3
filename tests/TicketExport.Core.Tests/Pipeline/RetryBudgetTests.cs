using Microsoft.Extensions.DependencyInjection;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

[Trait("Fault", "F69")]
public sealed class RetryBudgetTests
{
    private static readonly CreateOutcome NotSent = new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable));
    private static readonly CreateOutcome Lost = new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous));

    [Fact]
    [Trait("Behaviour", "S136")]
    public async Task The_last_failed_try_ends_the_export_with_the_verdict_to_make_a_file()
    {
        await using var harness = Harness(static options => options.MaxAttempts = 3);
        harness.Provider.OnCreate(NotSent).OnCreate(NotSent).OnCreate(NotSent);

        var last = await ExportUntilNothingIsPlannedAsync(harness);

        Assert.Equal((ExportOutcome.Failed, ExportStatus.Failed, 3), (last.Outcome, last.Status, last.Attempts));
        Assert.Equal((ExportCodes.PortableExportRequired, NextStep.UsePortableFile, false), (last.Failure!.Code, last.Failure.NextStep, last.Failure.IsTransient));
        Assert.True(last.IsFallbackEligible);
        var attempts = await harness.AttemptsAsync(last);
        Assert.Equal((AttemptState.NotSent, ExportCodes.ProviderUnavailable), (attempts[2].State, attempts[2].Failure!.Code));
        Assert.Null((await harness.StoredAsync(last)).RetryAt);
    }

    [Fact]
    public async Task An_approval_begins_a_new_budget()
    {
        await using var harness = Harness(static options => options.MaxAttempts = 2);
        harness.Provider.OnCreate(NotSent).OnCreate(NotSent).OnCreate(NotSent);
        var spent = await ExportUntilNothingIsPlannedAsync(harness);

        await harness.Service<ITicketDecisions>().ApproveAsync("acme", spent.ExportId!, new AuditStamp("kim", "It is back."));
        var again = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.RetryScheduled, 3), (again.Outcome, again.Attempts));
        harness.Time.SetUtcNow(again.RetryAt!.Value);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);
    }

    [Fact]
    public async Task A_try_that_fails_after_the_longest_age_is_the_last_one()
    {
        await using var harness = Harness(static options => options.MaxRetryAge = TimeSpan.FromHours(1));
        harness.Provider.OnCreate(NotSent).OnCreate(NotSent);
        await harness.ExportAsync();
        harness.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ExportCodes.PortableExportRequired, (await harness.ExportAsync()).Failure!.Code);
    }

    [Fact]
    public async Task Absence_that_is_proven_again_and_again_ends_as_well()
    {
        await using var harness = Harness(static options => options.MaxAttempts = 2);
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Absent(Proven: true));
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Absent(Proven: true));

        var last = await ExportUntilNothingIsPlannedAsync(harness);

        Assert.Equal((ExportOutcome.Failed, ExportCodes.PortableExportRequired), (last.Outcome, last.Failure!.Code));
        Assert.All(await harness.AttemptsAsync(last), static attempt => Assert.Equal(AttemptState.NotCreated, attempt.State));
    }

    [Fact]
    public async Task Absence_proven_by_a_later_claim_ends_as_well_and_sends_nothing_more()
    {
        await using var harness = Harness(static options => options.MaxAttempts = 1);
        harness.Provider.Sheet = harness.Provider.Sheet with { SettleWindow = TimeSpan.FromMinutes(1) };
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Absent(Proven: true));

        var last = await ExportUntilNothingIsPlannedAsync(harness);

        Assert.Equal((ExportStatus.Failed, ExportCodes.PortableExportRequired), (last.Status, last.Failure!.Code));
        Assert.Single(harness.Provider.Creates);
        Assert.Equal((AttemptState.NotCreated, ExportCodes.DeliveryFailed), (await harness.AttemptsAsync(last))[0] is var attempt ? (attempt.State, attempt.Failure!.Code) : default);
    }

    [Fact]
    public async Task What_is_in_doubt_is_never_given_up()
    {
        await using var harness = Harness(static options => options.MaxAttempts = 1);
        harness.Provider.OnCreate(Lost);
        for (var i = 0; i < 5; i++)
        {
            harness.Provider.OnFind(new FindOutcome.Failed(ScriptedProvider.Fault(FailureReason.Unavailable)));
        }

        for (var i = 0; i < 5; i++)
        {
            var result = await harness.ExportAsync();
            Assert.Equal((ExportOutcome.DeliveryUnknown, false), (result.Outcome, result.IsFallbackEligible));
            harness.Time.SetUtcNow(result.RetryAt!.Value);
        }
    }

    [Fact]
    public async Task Rate_limits_end_nothing_and_make_a_file_eligible()
    {
        await using var harness = Harness(static options => (options.MaxAttempts, options.FallbackAfterRateLimits) = (1, 3));
        var eligible = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            harness.Provider.OnCreate(new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), harness.Time.GetUtcNow().AddMinutes(1)));
            var result = await harness.ExportAsync();
            Assert.Equal(ExportOutcome.RetryScheduled, result.Outcome);
            eligible.Add(result.IsFallbackEligible);
            harness.Time.SetUtcNow(result.RetryAt!.Value);
        }

        Assert.Equal([false, false, true, true], eligible);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);
    }

    private static ExporterHarness Harness(Action<TicketExportOptions> configure) =>
        new(builder => builder.Services.Configure(configure));

    private static async Task<ExportResult> ExportUntilNothingIsPlannedAsync(ExporterHarness harness)
    {
        var result = await harness.ExportAsync();
        while (result.RetryAt is { } at)
        {
            harness.Time.SetUtcNow(at);
            result = await harness.ExportAsync();
        }

        return result;
    }
}
