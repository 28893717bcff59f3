using Microsoft.Extensions.Hosting;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Worker;

public sealed class TicketExportWorkerTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task An_enqueued_export_goes_out_at_once_without_waiting_for_the_poll()
    {
        await using var harness = new WorkerHarness();
        await harness.StartAsync();

        var enqueued = await harness.EnqueueAsync("1");

        await Until.TrueAsync(async () => (await harness.StoredAsync(enqueued)).Status == ExportStatus.Exported);
    }

    [Fact]
    public async Task Idling_costs_one_query_per_poll()
    {
        await using var harness = new WorkerHarness();
        await harness.StartAsync();
        Assert.Equal(1, harness.Ledger.Queries);

        for (var poll = 1; poll <= 10; poll++)
        {
            await harness.AdvanceAsync(Poll - TimeSpan.FromMilliseconds(1));
            await harness.IdleAsync();
            Assert.Equal(poll, harness.Ledger.Queries);
            await harness.AdvanceAsync(TimeSpan.FromMilliseconds(1));
            await Until.TrueAsync(() => harness.Ledger.Queries == poll + 1);
        }
    }

    [Fact]
    [Trait("Fault", "F70")]
    public async Task A_clock_that_is_set_back_delays_no_poll()
    {
        await using var harness = new WorkerHarness();
        await harness.StartAsync();
        harness.Clock.Offset = -TimeSpan.FromHours(1);

        await harness.PollAsync(3);

        Assert.Equal(4, harness.Ledger.Queries);
    }

    [Fact]
    [Trait("Fault", "F11")]
    public async Task A_ledger_that_fails_while_the_host_stops_does_not_end_the_waiting_for_what_is_under_way()
    {
        await using var harness = new WorkerHarness(static options => options.MaxParallel = 2);
        var (answer, asked, stopped) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        harness.Provider.Act = async (_, _) =>
        {
            await answer.Task;
            return harness.Provider.Created();
        };
        var enqueued = await harness.EnqueueAsync("1");
        await harness.StartAsync();
        await Until.TrueAsync(() => harness.Provider.CreatesAt("board") == 1);
        harness.Ledger.OnQuery = async stop =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, harness.Time, stop).ContinueWith(static _ => { }, TaskScheduler.Default);
            stopped.SetResult();
            throw new TicketExportException("The storage is down.");
        };
        harness.Signal.Wake();
        await asked.Task;

        var stopping = harness.Host.StopAsync(default);
        await stopped.Task;
        answer.SetResult();
        await stopping;

        Assert.True(((BackgroundService)harness.Host).ExecuteTask!.IsCompletedSuccessfully);
        Assert.Equal(ExportStatus.Exported, (await harness.StoredAsync(enqueued)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S351")]
    [Trait("Behaviour", "S72")]
    [Trait("Behaviour", "S110")]
    [Trait("Behaviour", "S55")]
    [Trait("Fault", "F67")]
    public async Task A_rate_limit_pauses_its_target_until_the_time_told_and_no_other()
    {
        await using var harness = new WorkerHarness(static options => options.MaxParallelPerTarget = 1);
        var until = harness.Time.GetUtcNow() + TimeSpan.FromSeconds(123);
        harness.Provider.Act = (request, _) => Task.FromResult(request.Target.Id == "limits" && harness.Time.GetUtcNow() < until
            ? new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), until)
            : harness.Provider.Created());
        await harness.EnqueueManyAsync(20, "limits");
        await harness.StartAsync();
        await Until.TrueAsync(() => harness.Provider.CreatesAt("limits") == 1);

        await harness.EnqueueManyAsync(20, "board");
        await Until.TrueAsync(() => harness.Provider.CreatesAt("board") == 20);
        await harness.PollAsync(24);
        Assert.Equal(1, harness.Provider.CreatesAt("limits"));
        await harness.AdvanceAsync(TimeSpan.FromSeconds(3));
        await Until.TrueAsync(() => harness.Provider.CreatesAt("limits") == 21);
    }

    [Fact]
    [Trait("Fault", "F11")]
    public async Task A_retry_goes_out_by_itself_when_it_is_due_and_not_before()
    {
        await using var harness = new WorkerHarness(static options => options.PollInterval = TimeSpan.FromHours(1));
        var tries = 0;
        harness.Provider.Act = (_, _) => Task.FromResult(Interlocked.Increment(ref tries) == 1
            ? new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable))
            : harness.Provider.Created());
        await harness.StartAsync();
        var enqueued = await harness.EnqueueAsync("1");
        await Until.TrueAsync(async () => (await harness.StoredAsync(enqueued)).Status == ExportStatus.RetryScheduled);
        var dueIn = (await harness.StoredAsync(enqueued)).RetryAt!.Value - harness.Time.GetUtcNow();

        await harness.AdvanceAsync(dueIn - TimeSpan.FromMilliseconds(1));
        await harness.IdleAsync();
        Assert.Single(harness.Provider.Creates);
        await harness.AdvanceAsync(TimeSpan.FromMilliseconds(1));

        await Until.TrueAsync(async () => (await harness.StoredAsync(enqueued)).Status == ExportStatus.Exported);
    }

    [Fact]
    public async Task A_retry_planned_by_a_direct_call_shortens_the_wait()
    {
        await using var harness = new WorkerHarness(static options => options.PollInterval = TimeSpan.FromHours(1));
        harness.Provider.Act = static (_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable)));
        await harness.StartAsync();
        var direct = await harness.Exporter.ExportAsync(Documents.RequestFor("board"));
        harness.Provider.Act = null;

        await harness.AdvanceAsync(direct.RetryAt!.Value - harness.Time.GetUtcNow());

        await Until.TrueAsync(async () => (await harness.StoredAsync(direct)).Status == ExportStatus.Exported);
    }

    [Fact]
    [Trait("Fault", "F80")]
    public async Task Exports_of_a_worker_that_died_are_taken_up_within_their_lease_and_the_first_poll_after_the_settle_window()
    {
        await using var harness = new WorkerHarness();
        var hang = new TaskCompletionSource<CreateOutcome>();
        harness.Provider.Act = (_, _) => hang.Task;
        await harness.EnqueueManyAsync(4);
        var died = harness.Dispatcher.RunOnceAsync(4);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 4);
        harness.Provider.Act = null;
        await harness.StartAsync();

        await harness.PollAsync(8);
        Assert.Equal(4, harness.Provider.Creates.Count);
        await harness.PollAsync(1);
        Assert.Equal(4, harness.Provider.Creates.Count);

        // The request may have left as late as the lease ended, so the settle window counts from there; the next poll is behind it.
        await harness.PollAsync(1);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 8);
        hang.SetResult(harness.Provider.Created());
        Assert.Equal(4, (await died).Waiting);
    }

    [Fact]
    [Trait("Fault", "F68")]
    public async Task A_paced_target_gets_its_exports_at_its_pace_and_holds_up_no_other()
    {
        await using var harness = new WorkerHarness();
        harness.Targets.PerMinute["slow"] = 60;
        await harness.EnqueueManyAsync(100, "slow");
        await harness.EnqueueManyAsync(100, "board");
        await harness.StartAsync();
        await Until.TrueAsync(() => harness.Provider.CreatesAt("board") == 100);

        for (var second = 1; second <= 20; second++)
        {
            await Until.TrueAsync(() => harness.Provider.CreatesAt("slow") == second);
            await harness.IdleAsync();
            Assert.Equal(second, harness.Provider.CreatesAt("slow"));
            await harness.AdvanceAsync(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    [Trait("Fault", "F11")]
    public async Task Stopping_starts_nothing_further_and_waits_for_what_is_under_way()
    {
        await using var harness = new WorkerHarness(static options => options.MaxParallelPerTarget = 2);
        var open = new TaskCompletionSource();
        harness.Provider.Act = async (_, _) =>
        {
            await open.Task;
            return harness.Provider.Created();
        };
        await harness.EnqueueManyAsync(10);
        await harness.Host.StartAsync(default);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 2);

        var stopping = harness.Host.StopAsync(default);
        Assert.False(stopping.IsCompleted);
        open.SetResult();
        await stopping;

        Assert.Equal(2, harness.Provider.Creates.Count);
        Assert.Equal(8, (await harness.Dispatcher.RunOnceAsync(100)).Created);
    }

    [Fact]
    [Trait("Fault", "F11")]
    public async Task What_outlasts_the_shutdown_timeout_is_settled_before_anything_is_sent_again()
    {
        await using var harness = new WorkerHarness();
        harness.Provider.Act = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return harness.Provider.Created();
        };
        var enqueued = await harness.EnqueueAsync("1");
        await harness.Host.StartAsync(default);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 1);
        using var timeout = new CancellationTokenSource();

        var stopping = harness.Host.StopAsync(timeout.Token);
        await timeout.CancelAsync();
        await stopping;

        await Until.TrueAsync(async () => (await harness.StoredAsync(enqueued)).Status == ExportStatus.DeliveryUnknown);
    }

    [Fact]
    public async Task A_ledger_that_is_down_ends_nothing_and_is_asked_more_and_more_rarely()
    {
        await using var harness = new WorkerHarness();
        harness.Ledger.QueryFault = new TicketExportException("The ledger is down.");
        await harness.Host.StartAsync(default);
        await Until.TrueAsync(() => harness.Ledger.Queries == 1);
        for (var second = 0; second < 600; second++)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.InRange(harness.Ledger.Queries, 1, 300);
        harness.Ledger.QueryFault = null;
        await harness.EnqueueAsync("1");
        await Until.TrueAsync(() =>
        {
            harness.Time.Advance(TimeSpan.FromSeconds(1));
            return harness.Provider.Creates.Count == 1;
        });
    }
}
