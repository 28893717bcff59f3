using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

/// <summary>What each outcome of a provider does to the export, and what the next call does then.</summary>
public sealed class TicketExporterOutcomeTests
{
    private static readonly TimeSpan BaseDelay = new TicketExportOptions().RetryBaseDelay;

    [Theory]
    [InlineData(FailureReason.Authentication, ExportCodes.ProviderAuthFailed, NextStep.FixSettings)]
    [InlineData(FailureReason.Permission, ExportCodes.ProviderAuthFailed, NextStep.FixSettings)]
    [InlineData(FailureReason.Validation, ExportCodes.DeliveryFailed, NextStep.FixDocument)]
    [InlineData(FailureReason.NotFound, ExportCodes.DeliveryFailed, NextStep.FixSettings)]
    [InlineData(FailureReason.Redirected, ExportCodes.DeliveryFailed, NextStep.FixSettings)]
    [Trait("Behaviour", "S69")]
    [Trait("Behaviour", "S70")]
    [Trait("Behaviour", "S83")]
    [Trait("Behaviour", "S104")]
    public async Task A_refusal_for_good_fails_without_a_retry(FailureReason reason, string code, NextStep step)
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(reason) with
        {
            ProviderErrorCode = "their_code",
            ResponseCode = 418,
            Setting = "Credentials:token",
        }));

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Failed, result.Outcome);
        Assert.Equal(ExportStatus.Failed, (await harness.StoredAsync(result)).Status);
        Assert.Null(result.RetryAt);
        Assert.Equal((code, step, "their_code", 418), (result.Failure!.Code, result.Failure.NextStep, result.Failure.ProviderErrorCode!, result.Failure.ProviderResponseCode!.Value));
        Assert.Equal("TicketExport:Targets:board:Credentials:token", result.Failure.Setting);
        Assert.False(result.Failure.IsTransient);
    }

    [Fact]
    [Trait("Behaviour", "S80")]
    [Trait("Behaviour", "S81")]
    [Trait("Behaviour", "S94")]
    [Trait("Behaviour", "S340")]
    public async Task After_a_refusal_the_next_call_tries_again_under_the_same_keys()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Authentication)));
        var refused = await harness.ExportAsync();

        var created = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Assert.Equal((refused.ExportId, refused.IdempotencyKey, refused.Fingerprint), (created.ExportId, created.IdempotencyKey, created.Fingerprint));
        Assert.Equal([1, 2], harness.Provider.Creates.Select(static create => create.Attempt));
        Assert.Equal(
            [AttemptState.Rejected, AttemptState.Created],
            (await harness.AttemptsAsync(created)).Select(static attempt => attempt.State));
    }

    [Theory]
    [InlineData(FailureReason.Configuration)]
    [InlineData(FailureReason.UnsafeAddress)]
    [Trait("Behaviour", "S43")]
    public async Task A_refusal_because_of_our_settings_is_blocked(FailureReason reason)
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(reason)));

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Blocked, result.Outcome);
        Assert.Equal(ExportStatus.Blocked, (await harness.StoredAsync(result)).Status);
        Assert.Equal(ExportCodes.ProviderUnavailable, result.Failure!.Code);
    }

    [Fact]
    [Trait("Behaviour", "S20")]
    [Trait("Behaviour", "S40")]
    [Trait("Behaviour", "S72")]
    [Trait("Behaviour", "S103")]
    [Trait("Behaviour", "S110")]
    [Trait("Fault", "F61")]
    public async Task An_unreachable_tracker_leaves_a_waiting_export_that_is_not_sent_before_its_time()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable)));

        var waiting = await harness.ExportAsync();
        var tooEarly = await harness.ExportAsync();
        harness.Time.Advance(BaseDelay);
        var created = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.RetryScheduled, waiting.Outcome);
        Assert.Equal(ExportCodes.ProviderUnavailable, waiting.Failure!.Code);
        Assert.Equal(NextStep.Wait, waiting.Failure.NextStep);
        Assert.InRange(waiting.RetryAt!.Value - harness.Time.Start, BaseDelay / 2, BaseDelay);
        Assert.Equal(ExportOutcome.RetryScheduled, tooEarly.Outcome);
        Assert.NotNull(tooEarly.RetryAt);
        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Assert.Equal(2, harness.Provider.Creates.Count);
    }

    [Fact]
    [Trait("Behaviour", "S55")]
    [Trait("Fault", "F62")]
    public async Task A_rate_limit_waits_for_the_time_that_the_tracker_named()
    {
        await using var harness = new ExporterHarness();
        var until = harness.Time.GetUtcNow().AddMinutes(7);
        harness.Provider.OnCreate(new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), until));

        var limited = await harness.ExportAsync();
        harness.Time.SetUtcNow(until.AddMilliseconds(-1));
        var tooEarly = await harness.ExportAsync();
        harness.Time.SetUtcNow(until);
        var created = await harness.ExportAsync();

        Assert.Equal(until, limited.RetryAt);
        Assert.Equal(ExportOutcome.RetryScheduled, tooEarly.Outcome);
        Assert.Equal(ExportOutcome.Created, created.Outcome);
    }

    [Fact]
    [Trait("Fault", "F65")]
    public async Task A_tracker_that_asks_for_a_year_is_capped()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), harness.Time.GetUtcNow().AddYears(1)));

        var limited = await harness.ExportAsync();

        Assert.Equal(harness.Time.Start + new TicketExportOptions().RetryMaxDelay, limited.RetryAt);
    }

    [Fact]
    [Trait("Behaviour", "S41")]
    [Trait("Fault", "F23")]
    public async Task A_failed_follow_up_leaves_a_linked_ticket_that_is_never_created_again()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Created(ScriptedProvider.Ticket("1"))
        {
            FollowUpFault = ScriptedProvider.Fault(FailureReason.Permission),
        });

        var result = await harness.ExportAsync();
        var again = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Equal(ExportStatus.PartialFailed, result.Status);
        Assert.NotNull(result.Failure);
        Assert.Equal(ExportOutcome.AlreadyExported, again.Outcome);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Behaviour", "S179")]
    public async Task An_export_that_failed_for_good_may_go_to_another_target()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.NotFound)));
        await harness.ExportAsync("board");

        var second = await harness.ExportAsync("second");
        var first = await harness.ExportAsync("board");

        Assert.Equal(ExportOutcome.Created, second.Outcome);
        Assert.Equal(ExportOutcome.AlreadyExported, first.Outcome);
        Assert.Equal("second", first.TargetId);
    }

    [Fact]
    public async Task An_export_that_waits_keeps_its_source_from_another_target()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable)));
        await harness.ExportAsync("board");

        var second = await harness.ExportAsync("second");

        Assert.Equal(ExportOutcome.RetryScheduled, second.Outcome);
        Assert.Equal("board", second.TargetId);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F62")]
    [Trait("Fault", "F67")]
    public async Task Too_many_requests_pause_the_target_for_all_sources_and_no_other_target()
    {
        await using var harness = new ExporterHarness();
        var until = harness.Time.GetUtcNow() + TimeSpan.FromMinutes(2);
        harness.Provider.OnCreate(new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), until));
        await harness.ExportAsync();
        var other = Documents.Checkout with { Source = Documents.Checkout.Source with { RecordId = "other" } };

        var waits = await harness.ExportAsync(document: other);
        var elsewhere = await harness.ExportAsync("second", Documents.Checkout with { Source = Documents.Checkout.Source with { RecordId = "third" } });

        Assert.Equal((ExportOutcome.RetryScheduled, until), (waits.Outcome, waits.RetryAt));
        Assert.Equal(ExportOutcome.Created, elsewhere.Outcome);
        Assert.Equal(2, harness.Provider.Creates.Count);
        harness.Time.SetUtcNow(until);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync(document: other)).Outcome);
    }

    [Fact]
    [Trait("Fault", "F62")]
    public async Task A_look_up_that_is_told_to_wait_pauses_the_target()
    {
        await using var harness = new ExporterHarness();
        var until = harness.Time.GetUtcNow() + TimeSpan.FromMinutes(2);
        harness.Provider
            .OnCreate(new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Timeout)))
            .OnFind(new FindOutcome.Failed(ScriptedProvider.Fault(FailureReason.RateLimited), until));

        await harness.ExportAsync();

        Assert.Equal(until, (await harness.Queries.FindCooldownAsync(new TargetKey("acme", "board"), default))!.PausedUntil);
    }
}
