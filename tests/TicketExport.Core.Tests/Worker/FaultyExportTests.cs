using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Worker;

public sealed class FaultyExportTests
{
    [Theory]
    [InlineData("board")]
    [InlineData("own-board")]
    [Trait("Fault", "F81")]
    [Trait("Fault", "F10")]
    public async Task An_export_whose_target_is_gone_is_parked_after_the_last_try_and_the_queue_moves(string target)
    {
        await using var harness = new WorkerHarness(static options => options.MaxFaults = 3);
        var poison = await harness.EnqueueAsync("poison", target);
        harness.Targets.Missing[target] = true;
        await harness.EnqueueManyAsync(5, "second");

        Assert.Equal(new DispatchReport { Taken = 6, Created = 5, Waiting = 1 }, await harness.Dispatcher.RunOnceAsync(100));
        Assert.Equal(0, (await harness.Dispatcher.RunOnceAsync(100)).Taken);
        var waiting = await harness.StoredAsync(poison);
        Assert.Equal((ExportStatus.RetryScheduled, ExportCodes.ProviderNotConfigured), (waiting.Status, waiting.Failure!.Code));
        Assert.True(waiting.RetryAt > harness.Time.GetUtcNow());

        var last = await RunUntilNothingIsPlannedAsync(harness, poison);

        Assert.Equal(1, last.Poisoned);
        var parked = await harness.StoredAsync(poison);
        Assert.Equal((ExportStatus.Blocked, 3), (parked.Status, parked.Attempts));
        Assert.Equal(ExportCodes.ProviderNotConfigured, parked.Failure!.Code);
        Assert.Equal(0, harness.Provider.CreatesAt(target));
        harness.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await harness.Dispatcher.RunOnceAsync(100)).Taken);
    }

    [Fact]
    public async Task A_faulty_export_is_taken_again_when_its_time_comes_and_not_at_the_next_poll()
    {
        await using var harness = new WorkerHarness(static options => options.PollInterval = TimeSpan.FromHours(1));
        var faulty = await harness.EnqueueAsync("1");
        harness.Targets.Missing["board"] = true;
        await harness.StartAsync();
        await Until.TrueAsync(() => harness.StoredAsync(faulty).Result.Status == ExportStatus.RetryScheduled);
        await harness.IdleAsync();
        Assert.Equal(AttemptState.Blocked, Assert.Single(await harness.Queries.ListAttemptsAsync("acme", faulty.ExportId!, default)).State);
        harness.Targets.Missing.Clear();

        await harness.AdvanceAsync((await harness.StoredAsync(faulty)).RetryAt!.Value - harness.Time.GetUtcNow());

        await Until.TrueAsync(() => harness.StoredAsync(faulty).Result.Status == ExportStatus.Exported);
    }

    [Fact]
    public async Task A_parked_export_goes_out_once_its_cause_is_gone_and_it_is_enqueued_again()
    {
        await using var harness = new WorkerHarness(static options => options.MaxFaults = 1);
        var poison = await harness.EnqueueAsync("1");
        harness.Targets.Missing["board"] = true;
        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Poisoned);
        harness.Targets.Missing.Clear();

        Assert.Equal(poison.ExportId, (await harness.EnqueueAsync("1")).ExportId);

        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Created);
    }

    [Fact]
    [Trait("Fault", "F81")]
    public async Task A_document_that_cannot_be_read_is_parked_with_its_broken_fields()
    {
        await using var harness = new WorkerHarness(static options => options.MaxFaults = 1);
        var poison = await EnqueueDocumentAsync(harness, """{"title":""}"""u8.ToArray());
        await harness.EnqueueAsync("good");

        Assert.Equal(new DispatchReport { Taken = 2, Created = 1, Poisoned = 1 }, await harness.Dispatcher.RunOnceAsync(100));

        var parked = (await harness.Queries.FindExportAsync("acme", poison, default))!;
        Assert.Equal((ExportStatus.Blocked, ExportCodes.DocumentInvalid), (parked.Status, parked.Failure!.Code));
        Assert.Contains(parked.Failure.Violations, static violation => violation.Path == "$.title");
    }

    [Fact]
    public async Task A_stored_document_of_another_source_is_not_sent()
    {
        await using var harness = new WorkerHarness(static options => options.MaxFaults = 1);
        await EnqueueDocumentAsync(harness, TicketExportJson.ToUtf8Bytes(Documents.Finding("another")));

        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Poisoned);
        Assert.Empty(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task A_source_of_the_host_that_throws_is_waited_for_and_its_message_is_stored_nowhere()
    {
        await using var harness = new WorkerHarness();
        var enqueued = await harness.EnqueueAsync("1");
        harness.Targets.Fault = new InvalidOperationException("password=hunter2");

        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Waiting);

        var waiting = await harness.StoredAsync(enqueued);
        Assert.Contains(nameof(InvalidOperationException), waiting.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", waiting.Failure.Message, StringComparison.Ordinal);
        harness.Targets.Fault = null;
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Created);
    }

    [Fact]
    public async Task An_export_of_unknown_outcome_is_never_parked()
    {
        await using var harness = new WorkerHarness(static options => options.MaxFaults = 1);
        harness.Provider.Act = static (_, _) => throw new InvalidOperationException("reset");
        var enqueued = await harness.EnqueueAsync("1");
        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Unknown);
        harness.Targets.Missing["board"] = true;

        for (var i = 0; i < 5; i++)
        {
            harness.Time.Advance(TimeSpan.FromDays(1));
            Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Unknown);
        }

        Assert.NotNull((await harness.StoredAsync(enqueued)).RetryAt);
        harness.Targets.Missing.Clear();
        harness.Provider.Look = static () => new Providers.FindOutcome.Found([Pipeline.ScriptedProvider.Ticket("7")]);
        harness.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await harness.Dispatcher.RunOnceAsync(100)).Adopted);
    }

    private static async Task<DispatchReport> RunUntilNothingIsPlannedAsync(WorkerHarness harness, ExportResult export)
    {
        var last = new DispatchReport();
        while ((await harness.StoredAsync(export)).RetryAt is { } at)
        {
            harness.Time.SetUtcNow(at);
            last = await harness.Dispatcher.RunOnceAsync(100);
            Assert.Equal(1, last.Taken);
        }

        return last;
    }

    private static async Task<string> EnqueueDocumentAsync(WorkerHarness harness, byte[] json)
    {
        var request = Documents.RequestFor("board");
        var target = (await harness.Targets.FindAsync("acme", "board", default))!;
        var result = await harness.Ledger.EnqueueAsync(
            new EnqueueRequest
            {
                Account = request.Account,
                TargetId = target.Id,
                ProviderKey = target.ProviderKey,
                Source = new SourceKey(request.Document.Source.Type, request.Document.Source.RecordId),
                Keys = ExportKeys.Compute(request.Account, request.Document.Source, target, 1),
                DocumentJson = json,
                ExportId = "broken",
            },
            default);
        return Assert.IsType<EnqueueResult.Enqueued>(result).Export.ExportId;
    }
}
