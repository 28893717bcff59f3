using Microsoft.Extensions.DependencyInjection;
using TicketExport.Ledger;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Policies;

public sealed class DuplicatePolicyTests
{
    [Fact]
    [Trait("Behaviour", "S22")]
    [Trait("Behaviour", "S23")]
    public async Task By_default_the_ticket_blocks_with_its_link_and_without_any_call()
    {
        await using var host = await TrackerHarness.StartAsync();
        await host.CreateAsync();

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportOutcome.AlreadyExported, ExportCodes.Duplicate), (again.Outcome, again.Failure!.Code));
        Assert.Equal(host.Ticket.Url, again.Ticket!.Url);
        Assert.Equal((1, 0), (host.Tracker.Calls.Length, host.Calls(FakeTrackerCallKind.Read)));
    }

    [Fact]
    [Trait("Behaviour", "S97")]
    public async Task Open_existing_succeeds_with_the_ticket_and_sends_nothing()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.OpenExisting);
        await host.CreateAsync();

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportOutcome.OpenedExisting, null, ExportStatus.Exported), (again.Outcome, again.Failure, again.Status));
        Assert.Equal("TCK-1", again.Ticket!.ExternalIssueId);
        Assert.Single(host.Tracker.Calls);
    }

    [Fact]
    [Trait("Behaviour", "S98")]
    [Trait("Fault", "F22")]
    public async Task Update_existing_brings_the_ticket_to_the_newer_document_and_makes_no_second_one()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        var created = await host.CreateAsync();

        var updated = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportOutcome.UpdatedExisting, null, created.ExportId), (updated.Outcome, updated.Failure, updated.ExportId));
        Assert.Equal(("Newer", FakeTrackerStatuses.ToDo), (host.Ticket.Title, host.Ticket.Status));
        Assert.Contains("drops its validation state", host.Ticket.Body, StringComparison.Ordinal);
        Assert.Equal((1, 1), (host.Tracker.CreateCalls, host.Tracker.UpdateCalls));
        Assert.Equal(SyncState.Synced, (await host.StoredAsync(created))!.SyncState);
    }

    [Fact]
    public async Task An_unchanged_document_sends_nothing_not_even_a_read()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        await host.CreateAsync();

        Assert.Equal(ExportOutcome.OpenedExisting, (await host.ExportAsync()).Outcome);
        Assert.Single(host.Tracker.Calls);
        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync(TrackerHarness.Renamed("Newer"))).Outcome);
        Assert.Equal(ExportOutcome.OpenedExisting, (await host.ExportAsync(TrackerHarness.Renamed("Newer"))).Outcome);
        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync()).Outcome);
        Assert.Equal((2, 2), (host.Tracker.UpdateCalls, host.Tracker.ReadCalls));
    }

    [Theory]
    [InlineData(422, FailureReason.Validation)]
    [InlineData(401, FailureReason.Authentication)]
    [InlineData(503, FailureReason.Unavailable)]
    [Trait("Behaviour", "S100")]
    [Trait("Behaviour", "S101")]
    [Trait("Behaviour", "S102")]
    public async Task A_failed_update_keeps_the_link_and_the_next_one_succeeds_on_the_same_ticket(int status, FailureReason reason)
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        var created = await host.CreateAsync();
        host.Tracker.RejectNext(status, "refused", FakeTrackerCallKind.Update);

        var failed = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportOutcome.AlreadyExported, ExportCodes.StatusSyncFailed), (failed.Outcome, failed.Failure!.Code));
        Assert.Equal(("write", reason, created.Ticket), (failed.Failure.SubCode, failed.Failure.Reason, failed.Ticket));
        var stored = (await host.StoredAsync(created))!;
        Assert.Equal((SyncState.Error, "write"), (stored.SyncState, stored.WriteFailure!.SubCode));
        Assert.Contains(NextStep.RetrySync, SyncRules.OffersAfter(stored));

        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync(TrackerHarness.Renamed("Newer"))).Outcome);
        Assert.Equal("Newer", host.Ticket.Title);
        Assert.Equal((1, SyncState.Synced), (host.Tracker.CreateCalls, (await host.StoredAsync(created))!.SyncState));
    }

    [Fact]
    public async Task A_rate_limited_update_pauses_the_target_and_nothing_is_sent_before()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        await host.CreateAsync();
        host.Tracker.RateLimitNext(TimeSpan.FromMinutes(10), FakeTrackerCallKind.Update);

        var limited = await host.ExportAsync(TrackerHarness.Renamed("Newer"));
        var calls = host.Tracker.Calls.Length;
        var waiting = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        var until = host.Time.GetUtcNow() + TimeSpan.FromMinutes(10);
        Assert.Equal((until, until), (limited.RetryAt, waiting.RetryAt));
        Assert.Equal((calls, ExportCodes.StatusSyncFailed), (host.Tracker.Calls.Length, waiting.Failure!.Code));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync(TrackerHarness.Renamed("Newer"))).Outcome);
    }

    [Fact]
    public async Task After_a_lost_reply_nobody_writes_before_the_lease_is_over_and_then_the_newest_document_stands()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        var created = await host.CreateAsync();
        host.Tracker.LoseNextReply(FakeTrackerCallKind.Update);

        var doubtful = await host.ExportAsync(TrackerHarness.Renamed("Second"));
        var held = await host.ExportAsync(TrackerHarness.Renamed("Third"));

        Assert.Equal((ExportCodes.StatusSyncFailed, "write"), (doubtful.Failure!.Code, doubtful.Failure.SubCode));
        Assert.Equal((ExportOutcome.InProgress, doubtful.RetryAt), (held.Outcome, held.RetryAt));
        Assert.Null((await host.StoredAsync(created))!.LastDocumentHash);
        host.Time.Advance(held.RetryAt!.Value - host.Time.GetUtcNow());

        // The first document again: it is not taken for unchanged, for the ticket may hold the second one.
        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync()).Outcome);
        Assert.Equal(Documents.Checkout.Title, host.Ticket.Title);
    }

    [Fact]
    public async Task Of_two_updates_at_once_one_waits_and_the_ticket_is_never_written_twice_at_a_time()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        await host.CreateAsync();
        var go = new TaskCompletionSource();
        host.Tracker.HoldNext(go.Task, FakeTrackerCallKind.Update);

        var first = host.ExportAsync(TrackerHarness.Renamed("First"));
        while (host.Tracker.UpdateCalls == 0)
        {
            await Task.Yield();
        }

        var second = await host.ExportAsync(TrackerHarness.Renamed("Second"));
        go.SetResult();

        Assert.Equal((ExportOutcome.InProgress, ExportOutcome.UpdatedExisting), (second.Outcome, (await first).Outcome));
        Assert.Equal(("First", 1), (host.Ticket.Title, host.Tracker.UpdateCalls));
        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync(TrackerHarness.Renamed("Second"))).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S57")]
    [Trait("Fault", "F21")]
    public async Task A_deleted_ticket_is_never_replaced_and_its_link_is_shown_as_broken()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting, ClosedTicketPolicy.NewGeneration);
        var created = await host.CreateAsync();
        host.Tracker.DeleteTicket("TCK-1");

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportOutcome.AlreadyExported, NextStep.Relink), (again.Outcome, again.Failure!.NextStep));
        Assert.Equal((1, 0), (host.Tracker.CreateCalls, host.Tracker.UpdateCalls));
        Assert.True((await host.StoredAsync(created))!.IsMissing);
        Assert.Equal(AuditAction.ReferenceLost, Assert.Single(await host.AuditAsync()).Action);
    }

    [Fact]
    [Trait("Behaviour", "S57")]
    public async Task A_ticket_that_vanishes_between_the_read_and_the_update_is_recorded_as_missing()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        var created = await host.CreateAsync();
        host.Tracker.RejectNext(404, "not_found", FakeTrackerCallKind.Update);

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal(("write", NextStep.Relink), (again.Failure!.SubCode, again.Failure.NextStep));
        Assert.True((await host.StoredAsync(created))!.IsMissing);
        Assert.Equal(1, host.Tracker.CreateCalls);
    }

    [Fact]
    public async Task A_ticket_out_of_reach_is_not_updated_and_not_taken_for_deleted()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        var created = await host.CreateAsync();
        host.Tracker.ForbidTicket("TCK-1");

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((FailureReason.Permission, NextStep.Reconnect), (again.Failure!.Reason, again.Failure.NextStep));
        Assert.Equal((1, 0), (host.Tracker.CreateCalls, host.Tracker.UpdateCalls));
        Assert.False((await host.StoredAsync(created))!.IsMissing);
    }

    [Fact]
    public async Task A_request_to_another_target_never_changes_the_ticket()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.Block, configure: static builder => builder
            .AddMock("second")
            .AddTarget("second", static target =>
            {
                target.OnDuplicate = DuplicatePolicy.UpdateExisting;
                target.OnClosedTicket = ClosedTicketPolicy.NewGeneration;
            }));
        var created = await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var other = await host.Exporter.ExportAsync(Documents.RequestFor("second", TrackerHarness.Renamed("Newer")));

        Assert.Equal((ExportOutcome.AlreadyExported, TrackerHarness.Target), (other.Outcome, other.TargetId));
        Assert.Single(host.Tracker.Calls);
        Assert.Null(await host.StoredAsync(created));
    }

    [Fact]
    public async Task A_batch_and_an_enqueued_finding_follow_the_same_policy()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        await host.CreateAsync();
        var batch = new[] { Documents.RequestFor(TrackerHarness.Target, TrackerHarness.Renamed("Batch")) }.ToAsyncEnumerable();
        BulkProgress? progress = null;

        var results = await host.Exporter.ExportManyAsync(batch, new BulkOptions { Progress = new Told(told => progress = told) }).ToListAsync();

        Assert.Equal(ExportOutcome.UpdatedExisting, Assert.Single(results).Result.Outcome);
        Assert.Equal((1, 1, 0), (progress!.Finished, progress.Updated, progress.AlreadyExported));
        Assert.Equal("Batch", host.Ticket.Title);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var enqueued = await host.Exporter.EnqueueAsync(Documents.RequestFor(TrackerHarness.Target, TrackerHarness.Renamed("Queue")));
        Assert.Equal((ExportOutcome.UpdatedExisting, "Queue"), (enqueued.Outcome, host.Ticket.Title));
        Assert.Equal(0, (await host.Service<ITicketExportDispatcher>().RunOnceAsync(10)).Taken);
    }

    [Fact]
    public async Task An_adopted_ticket_is_updated_even_with_the_document_of_the_ledger()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        host.Tracker.LoseNextReply();
        Assert.Equal(ExportOutcome.Adopted, (await host.ExportAsync()).Outcome);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ExportOutcome.UpdatedExisting, (await host.ExportAsync()).Outcome);
        Assert.Equal(ExportOutcome.OpenedExisting, (await host.ExportAsync()).Outcome);
    }

    private sealed class Told(Action<BulkProgress> tell) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => tell(value);
    }
}
