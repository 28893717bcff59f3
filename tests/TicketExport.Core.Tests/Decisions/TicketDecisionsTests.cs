using TicketExport.Core.Tests.Pipeline;
using TicketExport.Core.Tests.Worker;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Decisions;

public sealed class TicketDecisionsTests : IAsyncDisposable
{
    private static readonly AuditStamp By = new("kim", "The cause is gone.");
    private readonly ExporterHarness _harness = new();

    private ITicketDecisions Decisions => _harness.Service<ITicketDecisions>();

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Fact]
    [Trait("Behaviour", "S80")]
    [Trait("Behaviour", "S114")]
    public async Task An_approved_export_is_sent_by_the_worker_under_its_old_keys()
    {
        _harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Validation)));
        var failed = await _harness.ExportAsync();

        var approved = await Decisions.ApproveAsync("acme", failed.ExportId!, By);
        var report = await _harness.Service<ITicketExportDispatcher>().RunOnceAsync(10);

        Assert.Equal((ExportOutcome.Failed, DecisionOutcome.Done, 1), (failed.Outcome, approved.Outcome, report.Created));
        var stored = await _harness.StoredAsync(failed);
        Assert.Equal((failed.IdempotencyKey, ExportStatus.Exported, LinkState.Live), (stored.IdempotencyKey, stored.Status, stored.Link));
    }

    [Fact]
    public async Task A_decision_that_lets_an_export_go_on_wakes_the_waiting_worker()
    {
        await using var harness = new WorkerHarness();
        harness.Provider.Act = static (_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Validation)));
        var enqueued = await harness.EnqueueAsync("1");
        await harness.StartAsync();
        await Until.TrueAsync(() => harness.StoredAsync(enqueued).Result.Status == ExportStatus.Failed);
        await harness.IdleAsync();
        harness.Provider.Act = null;

        await harness.Service<ITicketDecisions>().ApproveAsync("acme", enqueued.ExportId!, By);

        await Until.TrueAsync(() => harness.StoredAsync(enqueued).Result.Status == ExportStatus.Exported);
    }

    [Fact]
    public async Task A_confirmed_absence_is_sent_again_and_before_the_tracker_had_its_time_it_is_refused()
    {
        var unknown = await InDoubtAsync();
        Assert.Equal(DecisionOutcome.TooEarly, (await Decisions.ConfirmAbsentAsync("acme", unknown.ExportId!, By)).Outcome);
        _harness.Provider.OnFind(new FindOutcome.Absent(Proven: false));
        _harness.Time.SetUtcNow(unknown.RetryAt!.Value);
        var asks = await _harness.ExportAsync();
        Assert.Equal((NextStep.Confirm, null), (asks.Failure!.NextStep, asks.RetryAt));

        Assert.Equal(DecisionOutcome.Done, (await Decisions.ConfirmAbsentAsync("acme", unknown.ExportId!, By)).Outcome);

        Assert.Equal(ExportOutcome.Created, (await _harness.ExportAsync()).Outcome);
        Assert.Equal([AttemptState.NotCreated, AttemptState.Created], (await _harness.AttemptsAsync(unknown)).Select(static attempt => attempt.State));
    }

    [Fact]
    [Trait("Behaviour", "S107")]
    [Trait("Behaviour", "S108")]
    public async Task An_export_handed_over_as_a_file_is_sent_by_nobody_until_somebody_asks_again()
    {
        _harness.Provider.OnCreate(new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable)));
        var waiting = await _harness.ExportAsync();

        await Decisions.ParkAsFileAsync("acme", waiting.ExportId!, new PortableHandover { Path = "exports/42.json" }, By);
        _harness.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, (await _harness.Service<ITicketExportDispatcher>().RunOnceAsync(10)).Taken);
        Assert.Equal("exports/42.json", (await _harness.StoredAsync(waiting)).PortablePath);
        Assert.Equal(ExportOutcome.Created, (await _harness.ExportAsync()).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S59")]
    public async Task A_disconnected_target_sends_nothing_until_it_is_connected_again_and_links_stay()
    {
        var linked = await _harness.ExportAsync(document: Documents.Finding("linked"));
        var queued = new List<ExportResult>();
        for (var i = 0; i < 3; i++)
        {
            queued.Add(await _harness.Exporter.EnqueueAsync(Documents.RequestFor("board", Documents.Finding($"{i}"))));
        }

        var elsewhere = await _harness.Exporter.EnqueueAsync(Documents.RequestFor("second", Documents.Finding("elsewhere")));

        Assert.Equal(new TargetDecisionResult(3, 0), await Decisions.DisconnectTargetAsync("acme", "board", By));

        Assert.Equal(1, (await _harness.Service<ITicketExportDispatcher>().RunOnceAsync(10)).Created);
        Assert.Equal(ExportStatus.Exported, (await _harness.StoredAsync(elsewhere)).Status);
        Assert.Equal(ExportStatus.Exported, (await _harness.StoredAsync(linked)).Status);
        Assert.Equal((ExportStatus.Disconnected, ExportCodes.ProviderUnavailable), ((await _harness.StoredAsync(queued[0])).Status, (await _harness.StoredAsync(queued[0])).Failure!.Code));
        Assert.Equal(new TargetDecisionResult(0, 0), await Decisions.DisconnectTargetAsync("acme", "board", By));

        Assert.Equal(new TargetDecisionResult(3, 0), await Decisions.ReconnectTargetAsync("acme", "board", By));
        Assert.Equal(3, (await _harness.Service<ITicketExportDispatcher>().RunOnceAsync(10)).Created);
    }

    [Fact]
    [Trait("Behaviour", "S57")]
    public async Task A_lost_reference_still_blocks_a_second_ticket()
    {
        var linked = await _harness.ExportAsync();

        await Decisions.MarkReferenceLostAsync("acme", linked.ExportId!, By);

        Assert.Equal(ExportOutcome.AlreadyExported, (await _harness.ExportAsync()).Outcome);
        Assert.Equal(LinkState.Broken, (await _harness.StoredAsync(linked)).Link);
        Assert.Equal(DecisionOutcome.Done, (await Decisions.MarkReferenceSeenAsync("acme", linked.ExportId!, By)).Outcome);
    }

    [Fact]
    public async Task A_follow_up_is_done_once()
    {
        _harness.Provider.OnCreate(new CreateOutcome.Created(ScriptedProvider.Ticket("1")) { FollowUpFault = ScriptedProvider.Fault(FailureReason.Permission) });
        var partial = await _harness.ExportAsync();

        Assert.Equal(DecisionOutcome.Done, (await Decisions.MarkFollowUpDoneAsync("acme", partial.ExportId!, By)).Outcome);
        Assert.Equal(DecisionOutcome.WrongStatus, (await Decisions.MarkFollowUpDoneAsync("acme", partial.ExportId!, By)).Outcome);
    }

    private async Task<ExportResult> InDoubtAsync()
    {
        _harness.Provider.Sheet = _harness.Provider.Sheet with { Guarantee = GuaranteeClass.LaggingLookup, SettleWindow = TimeSpan.FromMinutes(1) };
        _harness.Provider.OnCreate(new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous)));
        return await _harness.ExportAsync();
    }
}
