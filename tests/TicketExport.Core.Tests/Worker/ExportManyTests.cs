using System.Runtime.CompilerServices;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Worker;

public sealed class ExportManyTests
{
    private int _read;

    [Fact]
    public async Task Ten_thousand_findings_of_which_one_in_a_hundred_is_refused_all_get_their_result()
    {
        await using var harness = new WorkerHarness();
        harness.Provider.Act = (request, _) => Task.FromResult(IsUnlucky(request)
            ? new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Validation))
            : harness.Provider.Created());
        var progress = new LastProgress();

        var results = await ReadAsync(harness, 10_000, new BulkOptions { Progress = progress });

        Assert.Equal(Enumerable.Range(0, 10_000).Select(static index => (long)index), results.Select(static result => result.Index).Order());
        Assert.All(results, static result => Assert.Equal(result.Index % 100 == 7 ? ExportOutcome.Failed : ExportOutcome.Created, result.Result.Outcome));
        Assert.Equal(new BulkProgress { Finished = 10_000, Created = 9_900, Failed = 100 }, progress.Value);
        Assert.InRange(harness.Provider.MostAtOnce, 1, 4);
    }

    [Fact]
    public async Task A_batch_cancelled_in_the_middle_continues_when_it_is_run_again()
    {
        await using var harness = new WorkerHarness();
        using var stop = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in harness.Exporter.ExportManyAsync(Requests(1_000), cancellationToken: stop.Token))
            {
                Assert.Equal(ExportOutcome.Created, result.Result.Outcome);
                if (++seen == 300)
                {
                    await stop.CancelAsync();
                }
            }
        });
        var first = harness.Provider.Creates.Count;
        Assert.Equal(first, seen);
        Assert.InRange(first, 300, 400);
        var again = await ReadAsync(harness, 1_000);

        Assert.Equal(first, again.Count(static result => result.Result.Outcome == ExportOutcome.AlreadyExported));
        Assert.Equal(1_000 - first, again.Count(static result => result.Result.Outcome == ExportOutcome.Created));
        Assert.Equal(1_000, harness.Provider.Creates.Count);
    }

    [Fact]
    public async Task Cancelling_lets_what_was_started_finish()
    {
        await using var harness = new WorkerHarness();
        using var stop = new CancellationTokenSource();
        var open = new TaskCompletionSource();
        harness.Provider.Act = async (_, cancellationToken) =>
        {
            await open.Task.WaitAsync(cancellationToken);
            return harness.Provider.Created();
        };
        var outcomes = new List<ExportOutcome>();
        var reading = Task.Run(async () =>
        {
            await foreach (var result in harness.Exporter.ExportManyAsync(Requests(100), cancellationToken: stop.Token))
            {
                outcomes.Add(result.Result.Outcome);
            }
        });
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 4);

        await stop.CancelAsync();
        open.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(Enumerable.Repeat(ExportOutcome.Created, 4), outcomes);
        Assert.Equal(4, harness.Provider.Creates.Count);
    }

    [Fact]
    public async Task A_reader_that_leaves_early_stops_the_input_and_loses_nothing()
    {
        await using var harness = new WorkerHarness();
        await foreach (var _ in harness.Exporter.ExportManyAsync(Requests(1_000)))
        {
            break;
        }

        var started = harness.Provider.Creates.Count;
        Assert.InRange(_read, 1, 66);
        var again = await ReadAsync(harness, 1_000);

        Assert.Equal(started, again.Count(static result => result.Result.Outcome == ExportOutcome.AlreadyExported));
        Assert.Equal(1_000, harness.Provider.Creates.Count);
    }

    [Fact]
    public async Task No_more_is_read_than_may_be_pending()
    {
        await using var harness = new WorkerHarness();
        var open = new TaskCompletionSource();
        harness.Provider.Act = async (_, _) =>
        {
            await open.Task;
            return harness.Provider.Created();
        };
        var options = new BulkOptions { MaxPending = 10, MaxParallel = 3, MaxParallelPerTarget = 3 };

        var reading = ReadAsync(harness, 100, options);
        await Until.TrueAsync(() => harness.Provider.Creates.Count == 3 && Volatile.Read(ref _read) == 10);
        open.SetResult();

        Assert.Equal(100, (await reading).Count);
        Assert.Equal(3, harness.Provider.MostAtOnce);
    }

    [Fact]
    public async Task A_target_that_hangs_does_not_hold_up_the_others()
    {
        await using var harness = new WorkerHarness();
        var open = new TaskCompletionSource();
        harness.Provider.Act = async (request, _) =>
        {
            await (request.Target.Id == "hangs" ? open.Task : Task.CompletedTask);
            return harness.Provider.Created();
        };
        var requests = Requests(20, "hangs").Concat(Requests(200, "board"));

        var reading = Task.Run(async () => await harness.Exporter.ExportManyAsync(requests).CountAsync());
        await Until.TrueAsync(() => harness.Provider.CreatesAt("board") == 200);
        Assert.Equal(4, harness.Provider.CreatesAt("hangs"));
        open.SetResult();

        Assert.Equal(220, await reading);
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task Broken_findings_and_a_source_that_throws_are_results()
    {
        await using var harness = new WorkerHarness();
        harness.Targets.Missing["gone"] = true;
        ExportRequest[] requests =
        [
            Documents.RequestFor("gone"),
            Documents.RequestFor("board", Documents.Checkout with { Title = "" }),
            Documents.RequestFor("board"),
        ];

        var results = await harness.Exporter.ExportManyAsync(requests.ToAsyncEnumerable()).OrderBy(static result => result.Index).ToListAsync();
        harness.Targets.Fault = new InvalidOperationException("no vault");
        var thrown = await harness.Exporter.ExportManyAsync(Requests(1, "second")).SingleAsync();

        Assert.Equal([ExportOutcome.Blocked, ExportOutcome.Blocked, ExportOutcome.Created], results.Select(static result => result.Result.Outcome));
        Assert.Equal(ExportOutcome.Blocked, thrown.Result.Outcome);
        Assert.Equal(ExportCodes.ProviderUnavailable, thrown.Result.Failure!.Code);
    }

    [Fact]
    public async Task A_broken_ledger_ends_the_stream_after_the_results_that_there_are()
    {
        await using var harness = new WorkerHarness();
        var seen = 0;

        await Assert.ThrowsAsync<TicketExportException>(async () =>
        {
            await foreach (var _ in harness.Exporter.ExportManyAsync(Requests(1_000)))
            {
                if (++seen == 50)
                {
                    harness.Ledger.ClaimFault = new TicketExportException("The ledger is down.");
                }
            }
        });

        Assert.Equal(harness.Provider.Creates.Count, seen);
        Assert.InRange(_read, 50, 200);
    }

    [Fact]
    public async Task An_input_that_throws_ends_the_stream_after_the_results_that_there_are()
    {
        await using var harness = new WorkerHarness();
        var results = new List<BulkResult>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var result in harness.Exporter.ExportManyAsync(Requests(20).Concat(Broken())))
            {
                results.Add(result);
            }
        });

        Assert.Equal(20, results.Count);
    }

    [Fact]
    [Trait("Fault", "F68")]
    public async Task A_paced_target_keeps_its_pace_and_what_has_a_ticket_costs_none_of_it()
    {
        await using var harness = new WorkerHarness();
        harness.Targets.PerMinute["slow"] = 60;
        var reading = Task.Run(() => harness.Exporter.ExportManyAsync(Requests(5, "slow")).CountAsync().AsTask());
        for (var second = 1; second <= 5; second++)
        {
            await Until.TrueAsync(() => harness.Provider.CreatesAt("slow") == second);
            harness.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5, await reading);
        Assert.Equal(5, await harness.Exporter.ExportManyAsync(Requests(5, "slow")).CountAsync());
    }

    [Fact]
    public void Options_out_of_range_are_misuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Start(new BulkOptions { MaxParallel = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Start(new BulkOptions { MaxParallelPerTarget = 1_001 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Start(new BulkOptions { MaxPending = 0 }));
    }

    private void Start(BulkOptions options)
    {
        var harness = new WorkerHarness();
        harness.Exporter.ExportManyAsync(Requests(1), options);
    }

    private async Task<List<BulkResult>> ReadAsync(WorkerHarness harness, int count, BulkOptions? options = null) =>
        await harness.Exporter.ExportManyAsync(Requests(count), options).ToListAsync();

    private async IAsyncEnumerable<ExportRequest> Requests(int count, string target = "board", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            Interlocked.Increment(ref _read);
            yield return Documents.RequestFor(target, Documents.Finding($"{target}-{i}"));
        }
    }

    private static async IAsyncEnumerable<ExportRequest> Broken()
    {
        await Task.Yield();
        yield return await Task.FromException<ExportRequest>(new InvalidDataException("The report ends early."));
    }

    private static bool IsUnlucky(CreateTicketRequest request) =>
        request.Document.Source.RecordId.EndsWith("07", StringComparison.Ordinal) || request.Document.Source.RecordId == "board-7";

    private sealed class LastProgress : IProgress<BulkProgress>
    {
        public BulkProgress? Value { get; private set; }

        public void Report(BulkProgress value) => Value = value;
    }
}
