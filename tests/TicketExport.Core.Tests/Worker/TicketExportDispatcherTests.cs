using TicketExport.Core.Tests.Pipeline;
using TicketExport.Providers;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Worker;

public sealed class TicketExportDispatcherTests
{
    [Fact]
    public async Task Enqueued_exports_are_sent_and_linked()
    {
        await using var harness = new WorkerHarness();
        var enqueued = await harness.EnqueueAsync("1");
        Assert.Empty(harness.Provider.Creates);

        var report = await harness.Dispatcher.RunOnceAsync(10);

        Assert.Equal(new DispatchReport { Taken = 1, Created = 1 }, report);
        Assert.Equal(ExportStatus.Exported, (await harness.StoredAsync(enqueued)).Status);
        Assert.Equal(new DispatchReport(), await harness.Dispatcher.RunOnceAsync(10));
    }

    [Fact]
    public async Task Enqueuing_is_idempotent_and_answers_as_the_export_stands()
    {
        await using var harness = new WorkerHarness();
        var first = await harness.EnqueueAsync("1");

        Assert.Equal(first.ExportId, (await harness.EnqueueAsync("1")).ExportId);
        await harness.Dispatcher.RunOnceAsync(10);
        var after = await harness.Exporter.EnqueueAsync(Documents.RequestFor("board", Documents.Finding("1")));

        Assert.Equal(ExportOutcome.AlreadyExported, after.Outcome);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    public async Task A_request_that_cannot_be_prepared_is_refused_at_once_and_leaves_no_row()
    {
        await using var harness = new WorkerHarness();
        harness.Targets.Missing["gone"] = true;

        var result = await harness.Exporter.EnqueueAsync(Documents.RequestFor("gone"));

        Assert.Equal(ExportOutcome.Blocked, result.Outcome);
        Assert.Null(result.ExportId);
        Assert.Equal(0, (await harness.Dispatcher.RunOnceAsync(10)).Taken);
    }

    [Fact]
    public async Task No_more_than_the_asked_number_is_taken()
    {
        await using var harness = new WorkerHarness();
        await harness.EnqueueManyAsync(10);

        Assert.Equal(3, (await harness.Dispatcher.RunOnceAsync(3)).Created);
        Assert.Equal(7, (await harness.Dispatcher.RunOnceAsync(100)).Created);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => harness.Dispatcher.RunOnceAsync(0));
    }

    [Fact]
    public async Task Outcomes_are_counted_apart()
    {
        await using var harness = new WorkerHarness();
        harness.Provider.Act = (request, _) => Task.FromResult(request.Target.Id switch
        {
            "refuses" => new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Validation)),
            "limits" => new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), null),
            "drops" => new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous)),
            _ => harness.Provider.Created(),
        });
        foreach (var target in new[] { "board", "refuses", "limits", "drops" })
        {
            await harness.EnqueueAsync(target, target);
        }

        var report = await harness.Dispatcher.RunOnceAsync(100);

        Assert.Equal(new DispatchReport { Taken = 4, Created = 1, Failed = 1, Waiting = 1, Unknown = 1 }, report);
    }

    [Fact]
    public async Task Parallelism_is_bounded_overall_and_per_target()
    {
        await using var harness = new WorkerHarness(static options => (options.MaxParallel, options.MaxParallelPerTarget) = (3, 2));
        var open = new TaskCompletionSource();
        harness.Provider.Act = async (_, _) =>
        {
            await open.Task;
            return harness.Provider.Created();
        };
        await harness.EnqueueManyAsync(10);
        await harness.EnqueueManyAsync(10, "second");

        var running = harness.Dispatcher.RunOnceAsync(100);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 3);
        Assert.Equal((2, 1), (Math.Max(harness.Provider.CreatesAt("board"), harness.Provider.CreatesAt("second")), Math.Min(harness.Provider.CreatesAt("board"), harness.Provider.CreatesAt("second"))));
        open.SetResult();

        Assert.Equal(20, (await running).Created);
        Assert.Equal(3, harness.Provider.MostAtOnce);
    }

    [Fact]
    [Trait("Fault", "F67")]
    public async Task A_target_that_hangs_until_its_deadline_holds_up_no_other()
    {
        await using var harness = new WorkerHarness(static options => (options.MaxParallel, options.MaxParallelPerTarget) = (6, 4));
        harness.Provider.Act = async (request, cancellationToken) =>
        {
            if (request.Target.Id == "hangs")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return harness.Provider.Created();
        };
        await harness.EnqueueManyAsync(50, "hangs");
        await harness.EnqueueManyAsync(200, "board");

        var running = harness.Dispatcher.RunOnceAsync(204);
        await Until.TrueAsync(() => harness.Provider.CreatesAt("board") == 200);

        Assert.Equal(4, harness.Provider.CreatesAt("hangs"));
        Assert.False(running.IsCompleted);
        harness.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(new DispatchReport { Taken = 204, Created = 200, Unknown = 4 }, await running);
    }

    [Fact]
    [Trait("Fault", "F82")]
    public async Task An_account_with_one_export_is_served_in_the_first_round_beside_one_with_ten_thousand()
    {
        await using var harness = new WorkerHarness(static options => (options.MaxParallel, options.MaxParallelPerTarget) = (2, 1));
        await harness.EnqueueManyAsync(10_000, account: "big");
        await harness.EnqueueAsync("only", account: "small");

        await harness.Dispatcher.RunOnceAsync(2);

        Assert.Equal(["big", "small"], harness.Provider.Creates.Select(static create => create.Account.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Fault", "F82")]
    public async Task With_more_targets_than_places_every_target_has_its_turn()
    {
        await using var harness = new WorkerHarness(static options => (options.MaxParallel, options.MaxParallelPerTarget) = (2, 1));
        for (var i = 0; i < 30; i++)
        {
            await harness.EnqueueManyAsync(3, $"target-{i:00}");
        }

        for (var call = 0; call < 15; call++)
        {
            await harness.Dispatcher.RunOnceAsync(2);
        }

        Assert.Equal(30, harness.Provider.Creates.Select(static create => create.Target.Id).Distinct().Count());
    }

    [Fact]
    public async Task Cancelling_takes_nothing_further_and_records_what_was_taken()
    {
        await using var harness = new WorkerHarness(static options => options.MaxParallel = 2);
        using var stop = new CancellationTokenSource();
        var open = new TaskCompletionSource();
        harness.Provider.Act = async (_, _) =>
        {
            await open.Task;
            return harness.Provider.Created();
        };
        await harness.EnqueueManyAsync(10);

        var running = harness.Dispatcher.RunOnceAsync(10, stop.Token);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 2);
        await stop.CancelAsync();
        open.SetResult();

        Assert.Equal(new DispatchReport { Taken = 2, Created = 2 }, await running);
    }

    [Fact]
    public async Task A_broken_ledger_is_thrown_and_a_broken_claim_stays_with_its_export()
    {
        await using var harness = new WorkerHarness();
        await harness.EnqueueManyAsync(3);
        harness.Ledger.ClaimFault = new TicketExportException("The ledger is down.");

        Assert.Equal(new DispatchReport { Taken = 3, Waiting = 3 }, await harness.Dispatcher.RunOnceAsync(10));
        harness.Ledger.ClaimFault = null;
        Assert.Equal(0, (await harness.Dispatcher.RunOnceAsync(10)).Taken);
        harness.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(3, (await harness.Dispatcher.RunOnceAsync(10)).Created);

        harness.Ledger.QueryFault = new TicketExportException("The ledger is down.");
        await Assert.ThrowsAsync<TicketExportException>(() => harness.Dispatcher.RunOnceAsync(10));
    }
}
