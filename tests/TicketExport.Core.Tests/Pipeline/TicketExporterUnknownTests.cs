using Microsoft.Extensions.DependencyInjection;
using Moq;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

/// <summary>Outcomes that nobody knows: they are looked up, and never sent again before that.</summary>
public sealed class TicketExporterUnknownTests
{
    private static readonly CreateOutcome Lost = new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous));

    [Fact]
    [Trait("Fault", "F5")]
    [Trait("Fault", "F33")]
    public async Task A_lost_reply_is_found_again_in_the_same_call()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Adopted, result.Outcome);
        Assert.Equal("7", (await harness.StoredAsync(result)).Ticket!.ProviderTicketId);
        Assert.Equal(AttemptState.Adopted, Assert.Single(await harness.AttemptsAsync(result)).State);
        Assert.Equal(harness.Provider.Creates.Single().Keys.Marker, harness.Provider.Finds.Single().Keys.Marker);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task Of_several_tickets_with_the_marker_the_oldest_is_adopted()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7"), ScriptedProvider.Ticket("8")]));

        Assert.Equal("7", (await harness.ExportAsync()).Ticket!.ProviderTicketId);
    }

    [Fact]
    [Trait("Fault", "F34")]
    public async Task Proven_absence_leads_to_a_retry_under_the_same_key()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Absent(Proven: true));

        var waiting = await harness.ExportAsync();
        harness.Time.SetUtcNow(waiting.RetryAt!.Value);
        var created = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.RetryScheduled, waiting.Outcome);
        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Assert.Equal(waiting.IdempotencyKey, created.IdempotencyKey);
        Assert.Equal(
            [AttemptState.NotCreated, AttemptState.Created],
            (await harness.AttemptsAsync(created)).Select(static attempt => attempt.State));
    }

    [Fact]
    public async Task A_tracker_with_native_idempotency_is_sent_the_same_key_again()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Repeatable()).OnFind(new FindOutcome.Repeatable());

        var waiting = await harness.ExportAsync();
        harness.Time.SetUtcNow(waiting.RetryAt!.Value);
        var created = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.RetryScheduled, waiting.Outcome);
        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Assert.Single(harness.Provider.Creates.Select(static create => create.Keys.IdempotencyKey).Distinct());
    }

    [Fact]
    [Trait("Fault", "F85")]
    public async Task A_refused_repeat_leaves_the_first_request_in_doubt_and_the_source_guarded()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Repeatable())
            .OnFind(new FindOutcome.Repeatable())
            .OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Authentication)));

        var waiting = await harness.ExportAsync();
        harness.Time.SetUtcNow(waiting.RetryAt!.Value);
        var refused = await harness.ExportAsync();
        var elsewhere = await harness.ExportAsync("second");

        Assert.Equal((ExportOutcome.DeliveryUnknown, NextStep.Confirm), (refused.Outcome, refused.Failure!.NextStep));
        Assert.Equal((ExportOutcome.DeliveryUnknown, "board"), (elsewhere.Outcome, elsewhere.TargetId));
        Assert.Equal(2, harness.Provider.Creates.Count);
    }

    [Fact]
    [Trait("Fault", "F3")]
    public async Task After_a_crash_a_look_up_waits_for_the_end_of_the_lease_and_the_settle_window()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.Sheet = harness.Provider.Sheet with { SettleWindow = TimeSpan.FromSeconds(20) };
        var sending = new TaskCompletionSource<CreateOutcome>();
        harness.Provider.OnCreate((_, _) => sending.Task).OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));
        var leased = harness.Time.GetUtcNow() + TimeSpan.FromSeconds(45);
        _ = harness.ExportAsync();

        harness.Time.SetUtcNow(leased);
        var early = await harness.ExportAsync();
        harness.Time.SetUtcNow(early.RetryAt!.Value);
        var late = await harness.ExportAsync();

        Assert.Equal(leased + TimeSpan.FromSeconds(20), early.RetryAt);
        Assert.Equal(ExportOutcome.Adopted, late.Outcome);
    }

    [Fact]
    [Trait("Fault", "F19")]
    public async Task Looking_again_does_not_start_another_settle_window()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.Sheet = harness.Provider.Sheet with { SettleWindow = TimeSpan.FromSeconds(20) };
        harness.Provider.OnCreate(Lost)
            .OnFind(new FindOutcome.Absent(Proven: false))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        var first = await harness.ExportAsync();
        harness.Time.SetUtcNow(first.RetryAt!.Value);
        var second = await harness.ExportAsync();
        var third = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.DeliveryUnknown, null), (second.Outcome, second.RetryAt));
        Assert.Equal(ExportOutcome.Adopted, third.Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S9")]
    public async Task Likely_absence_waits_for_a_person_and_each_call_only_looks_again()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost)
            .OnFind(new FindOutcome.Absent(Proven: false))
            .OnFind(new FindOutcome.Absent(Proven: false))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        var first = await harness.ExportAsync();
        var second = await harness.ExportAsync();
        var third = await harness.ExportAsync();

        Assert.All([first, second], static result =>
        {
            Assert.Equal(ExportOutcome.DeliveryUnknown, result.Outcome);
            Assert.Equal(ExportCodes.DeliveryFailed, result.Failure!.Code);
            Assert.Equal(NextStep.Confirm, result.Failure.NextStep);
            Assert.Null(result.RetryAt);
        });
        Assert.Equal(ExportOutcome.Adopted, third.Outcome);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F19")]
    public async Task A_failed_look_up_is_repeated_and_sends_nothing()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost)
            .OnFind(new FindOutcome.Failed(ScriptedProvider.Fault(FailureReason.Unavailable)))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        var unknown = await harness.ExportAsync();
        var tooEarly = await harness.ExportAsync();
        harness.Time.SetUtcNow(unknown.RetryAt!.Value);
        var adopted = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.DeliveryUnknown, unknown.Outcome);
        Assert.Equal(ExportOutcome.DeliveryUnknown, tooEarly.Outcome);
        Assert.Equal(ExportOutcome.Adopted, adopted.Outcome);
        Assert.Equal(2, harness.Provider.Finds.Count);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F18")]
    public async Task A_lagging_tracker_is_not_asked_before_its_settle_window_is_over()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.Sheet = harness.Provider.Sheet with { Guarantee = GuaranteeClass.LaggingLookup, SettleWindow = TimeSpan.FromMinutes(2) };
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        var unknown = await harness.ExportAsync();
        harness.Time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        var tooEarly = await harness.ExportAsync();
        harness.Time.Advance(TimeSpan.FromMilliseconds(1));
        var adopted = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.DeliveryUnknown, unknown.Outcome);
        Assert.Equal(harness.Time.Start.AddMinutes(2), unknown.RetryAt);
        Assert.Equal(ExportOutcome.DeliveryUnknown, tooEarly.Outcome);
        Assert.Equal(ExportOutcome.Adopted, adopted.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1\r\nX-Injected: yes")]
    [InlineData("a\0b")]
    [InlineData("\ud800")]
    [Trait("Fault", "F54")]
    public async Task A_ticket_with_an_unusable_id_is_of_unknown_outcome(string id)
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Created(ScriptedProvider.Ticket("1") with { ProviderTicketId = id }))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        Assert.Equal(ExportOutcome.Adopted, (await harness.ExportAsync()).Outcome);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:word@tracker.example.test/1")]
    [InlineData("/relative")]
    [Trait("Fault", "F53")]
    public async Task A_ticket_with_an_unsafe_address_is_linked_without_it(string url)
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Created(ScriptedProvider.Ticket("1") with { Url = new Uri(url, UriKind.RelativeOrAbsolute) }));

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Null(result.Ticket!.Url);
    }

    [Fact]
    public async Task An_adapter_that_throws_leaves_an_unknown_outcome_and_shows_nothing_of_its_message()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate((_, _) => throw new InvalidOperationException("token=canary-secret"))
            .OnFind(new FindOutcome.Absent(Proven: false));

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.DeliveryUnknown, result.Outcome);
        Assert.DoesNotContain("canary", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F12")]
    public async Task A_call_cancelled_after_sending_is_recorded_as_unknown_and_found_by_the_next()
    {
        await using var harness = new ExporterHarness();
        using var cancelled = new CancellationTokenSource();
        harness.Provider.OnCreate(async (_, token) =>
        {
            await cancelled.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Lost;
        });
        harness.Provider.OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.ExportAsync(cancellationToken: cancelled.Token));
        var adopted = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Adopted, adopted.Outcome);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F47")]
    public async Task A_call_without_an_answer_ends_at_its_deadline_inside_the_lease()
    {
        await using var harness = new ExporterHarness();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Provider.OnCreate(async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Lost;
        });
        harness.Provider.OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        var call = harness.ExportAsync();
        await started.Task;
        harness.Time.Advance(harness.Provider.Sheet.Timeout);
        var result = await call;

        Assert.Equal(ExportOutcome.Adopted, result.Outcome);
    }

    [Fact]
    [Trait("Fault", "F79")]
    public async Task With_the_ledger_down_a_slow_request_is_aborted_before_its_lease_ends()
    {
        var ledger = new Mock<IExportLedger>(MockBehavior.Strict);
        ledger.Setup(static l => l.FindGuardAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((GuardRecord?)null);
        await using var harness = new ExporterHarness(builder => builder.Services.AddSingleton(ledger.Object));
        var real = new InMemoryExportLedger(harness.Time);
        ledger.Setup(static l => l.ClaimAsync(It.IsAny<ClaimRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ClaimRequest request, CancellationToken token) => real.ClaimAsync(request, token));
        ledger.Setup(static l => l.RecordAsync(It.IsAny<ExportClaim>(), It.IsAny<ExportUpdate>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TicketExportException("The ledger is down."));
        var lease = new TicketExportOptions().LeaseDuration;
        harness.Provider.Sheet = harness.Provider.Sheet with { Guarantee = GuaranteeClass.LaggingLookup, Timeout = lease * 10, SettleWindow = lease };
        var (began, aborted) = (harness.Time.GetUtcNow(), default(DateTimeOffset?));
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Provider.OnCreate(async (_, token) =>
        {
            var told = new TaskCompletionSource<CreateOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = token.Register(() =>
            {
                aborted = harness.Time.GetUtcNow();
                told.SetResult(Lost);
            });
            started.SetResult();
            return await told.Task;
        });

        var call = harness.ExportAsync();
        await started.Task;
        harness.Time.Advance(lease - TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<TicketExportException>(() => call);
        Assert.True(aborted < began + lease);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F77")]
    public async Task An_attempt_whose_worker_vanished_is_looked_up_before_anything_is_sent()
    {
        await using var harness = new ExporterHarness();
        var never = new TaskCompletionSource<CreateOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Provider.OnCreate((_, _) =>
        {
            started.SetResult();
            return never.Task;
        });
        var zombie = harness.ExportAsync();
        await started.Task;
        var held = await harness.ExportAsync();

        harness.Time.Advance(new TicketExportOptions().LeaseDuration + TimeSpan.FromSeconds(1));
        harness.Provider.OnFind(new FindOutcome.Absent(Proven: true));
        var created = await harness.ExportAsync();
        never.SetResult(new CreateOutcome.Created(ScriptedProvider.Ticket("zombie")));
        var late = await zombie;

        Assert.Equal(ExportOutcome.InProgress, held.Outcome);
        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Assert.Single(harness.Provider.Finds);
        Assert.Equal(ExportOutcome.InProgress, late.Outcome);
        Assert.Equal(created.Ticket, (await harness.StoredAsync(created)).Ticket);
    }

    [Fact]
    [Trait("Fault", "F88")]
    public async Task A_ledger_that_is_down_at_the_claim_sends_nothing()
    {
        await using var harness = new ExporterHarness(static builder =>
            builder.Services.AddSingleton<IExportLedger>(BrokenLedger.AtClaim()));

        await Assert.ThrowsAsync<TicketExportException>(() => harness.ExportAsync());

        Assert.Empty(harness.Provider.Creates);
    }
}
