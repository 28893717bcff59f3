using TicketExport.Core.Tests.Worker;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Review;
using TicketExport.Sync;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.Targets;

/// <summary>Disabled targets over the real pipeline and worker.</summary>
public sealed class DisabledTargetTests : IAsyncDisposable
{
    private static readonly AuditStamp By = new("ann", "The board is being moved.");
    private readonly WorkerHarness _harness = new();

    private ITicketTargets People => _harness.Service<ITicketTargets>();

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Fact]
    [Trait("Fault", "F39")]
    public async Task A_provider_that_says_the_place_is_gone_is_asked_no_second_time_until_somebody_enables_the_target()
    {
        _harness.Provider.Act = static (_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.Rejected(Gone));
        var refused = await ExportAsync("1");
        _harness.Provider.Act = null;

        var stopped = await ExportAsync("2");

        Assert.Equal(ExportOutcome.Failed, refused.Outcome);
        Assert.Equal((ExportOutcome.Blocked, ExportStatus.Blocked), (stopped.Outcome, stopped.Status));
        Assert.Equal((ExportCodes.ProviderUnavailable, NextStep.FixSettings), (stopped.Failure!.Code, stopped.Failure.NextStep));
        Assert.Equal(("place_gone", 410, "TicketExport:Targets:board:BaseUrl"), (stopped.Failure.ProviderErrorCode, stopped.Failure.ProviderResponseCode, stopped.Failure.Setting));
        Assert.Contains("is disabled since 2026-03-01T12:00:00Z: The provider said that the place is gone (HTTP 410).", stopped.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("ITicketTargets.EnableAsync", stopped.Failure.Message, StringComparison.Ordinal);
        Assert.Single(_harness.Provider.Creates);

        var state = (await People.FindStateAsync("acme", "board"))!;
        Assert.Equal((true, TargetSwitchCause.PlaceGone, "provider"), (state.IsDisabled, state.Newest!.Cause, state.Newest.By.Actor));
        Assert.Equal(TargetSwitchOutcome.Enabled, (await People.EnableAsync("acme", "board", By)).Outcome);
        var sent = await ExportAsync("2");
        Assert.Equal((ExportOutcome.Created, stopped.ExportId), (sent.Outcome, sent.ExportId));
    }

    [Fact]
    public async Task What_waits_for_a_disabled_target_goes_on_as_soon_as_it_is_enabled_without_a_poll()
    {
        var queued = await _harness.EnqueueAsync("1");
        await People.DisableAsync("acme", "board", By);
        await _harness.EnqueueAsync("2", target: "second");
        await _harness.StartAsync();

        await Until.TrueAsync(() => _harness.Provider.CreatesAt("second") == 1);
        Assert.Equal(0, _harness.Provider.CreatesAt("board"));
        Assert.Equal(ExportStatus.Approved, (await _harness.StoredAsync(queued)).Status);

        await People.EnableAsync("acme", "board", By);
        await Until.TrueAsync(() => _harness.Provider.CreatesAt("board") == 1);
    }

    [Fact]
    public async Task What_a_worker_took_just_before_the_target_was_disabled_is_not_sent_and_keeps_waiting()
    {
        var queued = await _harness.EnqueueAsync("1");
        _harness.Targets.Asked = async () => await People.DisableAsync("acme", "board", By);

        var report = await _harness.Dispatcher.RunOnceAsync(10);

        Assert.Equal((1, 1), (report.Taken, report.Waiting));
        Assert.Empty(_harness.Provider.Creates);
        Assert.Equal(ExportStatus.Approved, (await _harness.StoredAsync(queued)).Status);
    }

    [Fact]
    public async Task An_enqueued_export_is_blocked_at_once()
    {
        await People.DisableAsync("acme", "board", By);

        var result = await _harness.Exporter.EnqueueAsync(Documents.RequestFor("board"));

        Assert.Equal((ExportOutcome.Blocked, ExportStatus.Blocked), (result.Outcome, (await _harness.StoredAsync(result)).Status));
        Assert.Contains(By.Reason, result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_has_a_ticket_is_answered_with_it_and_the_ticket_is_not_touched()
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(static target => target with { OnDuplicate = DuplicatePolicy.UpdateExisting });
        var created = await harness.ExportAsync();
        await harness.Ownership.DisableAsync("acme", "board", By);

        var again = await harness.ExportAsync(Documents.Checkout with { Title = "Another title" });
        Assert.Equal(created.Ticket, again.Ticket);
        Assert.Equal(0, harness.Tracker.UpdateCalls);

        await harness.Ownership.EnableAsync("acme", "board", By);
        await harness.ExportAsync(Documents.Checkout with { Title = "Another title" });
        Assert.Equal((1, 1), (harness.Tracker.CreateCalls, harness.Tracker.UpdateCalls));
    }

    [Fact]
    public async Task A_request_of_unknown_outcome_is_not_looked_for_at_a_disabled_target()
    {
        _harness.Provider.Act = static (_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.Unknown(Gone with { DisablesTarget = false, Reason = FailureReason.Timeout }));
        _harness.Provider.Look = static () => throw new InvalidOperationException("The target is disabled.");
        var unknown = await ExportAsync("1");
        await People.DisableAsync("acme", "board", By);
        _harness.Time.Advance(TimeSpan.FromHours(1));

        var again = await ExportAsync("1");

        Assert.Equal((ExportOutcome.DeliveryUnknown, ExportOutcome.DeliveryUnknown), (unknown.Outcome, again.Outcome));
        Assert.Contains("is disabled since", again.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_of_a_ticket_is_not_read_at_a_disabled_target()
    {
        await using var harness = await TargetHarness.StartAsync();
        var created = await harness.ExportAsync();
        await harness.Ownership.DisableAsync("acme", "board", By);
        var calls = harness.Tracker.Calls.Length;

        var sync = await harness.Service<ITicketSync>().SyncAsync("acme", created.ExportId!);

        Assert.Equal(SyncOutcome.Failed, sync.Outcome);
        Assert.Contains("is disabled since", sync.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(calls, harness.Tracker.Calls.Length);
    }

    [Fact]
    public async Task A_review_shows_a_disabled_target_as_not_connected_and_asks_nobody()
    {
        await using var harness = await TargetHarness.StartAsync();
        await harness.Ownership.DisableAsync("acme", "board", By);

        var review = await harness.Service<ITicketReviews>().ReviewAsync(new ReviewRequest { Export = Documents.RequestFor("board"), MayAskTracker = true });

        var item = Assert.Single(review.Readiness, static item => item.Key == ReadinessKey.ProviderConnected);
        Assert.Equal((true, false, NextStep.FixSettings, StepOwner.Settings), (item.IsBlocking, item.IsOverridable, item.NextStep, item.Owner));
        Assert.Contains(By.Reason, item.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Tracker.Calls);
    }

    [Theory]
    [InlineData(FailureReason.Authentication, true)]
    [InlineData(FailureReason.NotFound, true)]
    [InlineData(FailureReason.Unavailable, true)]
    [InlineData(FailureReason.Redirected, true)]
    [InlineData(FailureReason.Validation, false)]
    [InlineData(FailureReason.MappingIncomplete, false)]
    [InlineData(FailureReason.RateLimited, false)]
    public async Task Only_what_the_target_is_to_blame_for_counts_as_its_failure(FailureReason reason, bool counts)
    {
        _harness.Provider.Act = (_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.Rejected(Gone with { DisablesTarget = false, Reason = reason }));
        await ExportAsync("1");
        Assert.Equal(counts, (await People.FindStateAsync("acme", "board"))!.FailingSince == _harness.Time.GetUtcNow());

        _harness.Provider.Act = null;
        await ExportAsync("2");
        Assert.Null((await People.FindStateAsync("acme", "board"))!.FailingSince);
    }

    [Fact]
    public async Task A_target_that_does_nothing_but_fail_is_disabled_after_the_time_allowed()
    {
        await using var harness = new WorkerHarness(options: static options => options.DisableTargetAfter = TimeSpan.FromDays(5));
        var people = harness.Service<ITicketTargets>();
        harness.Provider.Act = static (_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.NotSent(Gone with { DisablesTarget = false, Reason = FailureReason.Unavailable }));
        await harness.Exporter.ExportAsync(Documents.RequestFor("board", Documents.Finding("1")));
        harness.Time.Advance(TimeSpan.FromDays(5));
        Assert.False((await people.FindStateAsync("acme", "board"))!.IsDisabled);

        var last = await harness.Exporter.ExportAsync(Documents.RequestFor("board", Documents.Finding("2")));

        Assert.Equal(ExportOutcome.RetryScheduled, last.Outcome);
        var state = (await people.FindStateAsync("acme", "board"))!;
        Assert.Equal((true, TargetSwitchCause.LongFailure), (state.IsDisabled, state.Newest!.Cause));
        Assert.Contains("since 2026-03-01T12:00:00Z", state.Newest.By.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_does_not_exist_is_not_switched()
    {
        await using var harness = await TargetHarness.StartAsync();

        Assert.Equal(new TargetSwitchResult(TargetSwitchOutcome.NotFound, null), await harness.Ownership.DisableAsync("acme", "nowhere", By));
        Assert.Equal(new TargetSwitchResult(TargetSwitchOutcome.NotFound, null), await harness.Ownership.EnableAsync("acme", "nowhere", By));
        Assert.Null(await harness.Ownership.FindStateAsync("acme", "nowhere"));
    }

    private Task<ExportResult> ExportAsync(string id) => _harness.Exporter.ExportAsync(Documents.RequestFor("board", Documents.Finding(id)));

    private static ProviderFault Gone { get; } = new()
    {
        Reason = FailureReason.NotFound,
        Message = "The board is gone.",
        ProviderErrorCode = "place_gone",
        ResponseCode = 410,
        Setting = "BaseUrl",
        DisablesTarget = true,
    };
}
