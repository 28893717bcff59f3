using TicketExport.Core.Tests.Policies;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.States;
using TicketExport.Sync;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Sync;

public sealed class TicketSyncTests
{
    [Theory]
    [InlineData(FakeTrackerStatuses.ToDo, ProviderStatus.Open)]
    [InlineData(FakeTrackerStatuses.Doing, ProviderStatus.InProgress)]
    [InlineData(FakeTrackerStatuses.Closed, ProviderStatus.Done)]
    [Trait("Behaviour", "S17")]
    [Trait("Behaviour", "S34")]
    [Trait("Behaviour", "S37")]
    [Trait("Behaviour", "S38")]
    [Trait("Behaviour", "S39")]
    public async Task A_status_is_read_mapped_and_fresh(string word, ProviderStatus status)
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.SetStatus("TCK-1", word);

        var synced = await host.SyncAsync(created);

        Assert.Equal((SyncOutcome.Synced, StatusSyncStatus.Fresh, null), (synced.Outcome, synced.Status, synced.Failure));
        Assert.Equal((word, status, host.Time.GetUtcNow()), (synced.Sync!.RawStatus, synced.Sync.Status, synced.Sync.LastSyncedAt));
        Assert.Empty(synced.Offers);
        Assert.Equal(1, host.Tracker.ReadCalls);
    }

    [Fact]
    [Trait("Behaviour", "S24")]
    [Trait("Behaviour", "S26")]
    [Trait("Behaviour", "S27")]
    [Trait("Behaviour", "S99")]
    [Trait("Behaviour", "S102")]
    public async Task An_unreadable_status_is_a_failed_sync_that_keeps_the_link_and_comes_back()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        await host.SyncAsync(created);
        var syncedAt = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        host.Tracker.RejectNext(503, "down", FakeTrackerCallKind.Read);

        var failed = await host.SyncAsync(created);

        Assert.Equal((SyncOutcome.Failed, StatusSyncStatus.RetryScheduled), (failed.Outcome, failed.Status));
        Assert.Equal((ExportCodes.StatusSyncFailed, "read"), (failed.Failure!.Code, failed.Failure.SubCode));
        Assert.Equal((ProviderStatus.Open, syncedAt, created.Ticket), (failed.Sync!.Status, failed.Sync.LastSyncedAt, failed.Ticket));
        Assert.Equal([NextStep.RetrySync, NextStep.Reconnect], failed.Offers.ToArray());

        host.Time.Advance(failed.RetryAt!.Value - host.Time.GetUtcNow());
        Assert.Equal((SyncOutcome.Synced, created.Ticket), ((await host.SyncAsync(created)).Outcome, (await host.SyncAsync(created)).Ticket));
        Assert.Equal(1, host.Tracker.CreateCalls);
    }

    [Fact]
    [Trait("Behaviour", "S25")]
    [Trait("Fault", "F134")]
    public async Task A_status_that_cannot_be_mapped_is_a_failed_sync_with_the_trackers_own_word()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.SetStatus("TCK-1", "In\u202e quarantine\u0007");

        var unmapped = await host.SyncAsync(created);

        Assert.Equal((SyncOutcome.Unmapped, StatusSyncStatus.Failed), (unmapped.Outcome, unmapped.Status));
        Assert.Equal((ExportCodes.StatusSyncFailed, "map"), (unmapped.Failure!.Code, unmapped.Failure.SubCode));
        Assert.Equal(("In quarantine", ProviderStatus.Unknown, null), (unmapped.Sync!.RawStatus, unmapped.Sync.Status, unmapped.Sync.LastSyncedAt));
    }

    [Fact]
    [Trait("Behaviour", "S56")]
    [Trait("Behaviour", "S57")]
    [Trait("Behaviour", "S58")]
    public async Task A_deleted_ticket_cannot_be_synced_until_a_valid_one_is_linked_and_none_is_created()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.DeleteTicket("TCK-1");

        var missing = await host.SyncAsync(created);

        Assert.Equal((SyncOutcome.Missing, StatusSyncStatus.Failed, NextStep.Relink), (missing.Outcome, missing.Status, missing.Offers[0]));
        Assert.True(missing.Sync!.IsMissing);
        var again = await host.ExportAsync();
        Assert.Equal((ExportOutcome.AlreadyExported, NextStep.Relink), (again.Outcome, again.Failure!.NextStep));
        await host.Exporter.ExportAsync(Documents.RequestFor(TrackerHarness.Target, Documents.Finding("other")));
        await host.Service<ITicketLinks>().RelinkAsync("acme", created.ExportId!, new TicketReference { ProviderTicketId = "2" }, new AuditStamp("kim", "moved"));
        Assert.Equal((SyncOutcome.Synced, "TCK-2"), ((await host.SyncAsync(created)).Outcome, (await host.SyncAsync(created)).Ticket!.ExternalIssueId));
        Assert.Equal(2, host.Tracker.CreateCalls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Behaviour", "S21")]
    [Trait("Behaviour", "S53")]
    public async Task Lost_access_asks_to_reconnect_and_is_never_read_as_deleted(bool tokenRevoked)
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        await host.SyncAsync(created);
        if (tokenRevoked)
        {
            host.Tracker.RejectNext(401, "revoked", FakeTrackerCallKind.Read);
        }
        else
        {
            host.Tracker.ForbidTicket("TCK-1");
        }

        var lost = await host.SyncAsync(created);

        Assert.Equal((SyncOutcome.Disconnected, StatusSyncStatus.Disconnected), (lost.Outcome, lost.Status));
        Assert.Equal((NextStep.Reconnect, NextStep.Reconnect), (lost.Failure!.NextStep, lost.Offers[0]));
        Assert.Equal((false, null), (lost.Sync!.IsMissing, lost.RetryAt));
        host.Tracker.ForbidTicket("TCK-1", isForbidden: false);
        Assert.Equal(SyncOutcome.Synced, (await host.SyncAsync(created)).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S20")]
    [Trait("Behaviour", "S54")]
    [Trait("Behaviour", "S55")]
    public async Task A_rate_limit_keeps_the_last_status_shows_the_time_and_no_call_goes_out_before_it()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        await host.Exporter.ExportAsync(Documents.RequestFor(TrackerHarness.Target, Documents.Finding("other")));
        var other = (await host.Queries.ListAsync(new ExportFilter { AccountId = "acme" }, new PageRequest(), default)).Items.Single(export => export.ExportId != created.ExportId);
        await host.SyncAsync(created);
        host.Tracker.RateLimitNext(TimeSpan.FromMinutes(10), FakeTrackerCallKind.Read);

        var limited = await host.SyncAsync(created);
        var calls = host.Tracker.Calls.Length;
        var waiting = await host.SyncAsync(created);
        var sameTarget = await host.Service<ITicketSync>().SyncAsync("acme", other.ExportId);

        var until = host.Time.GetUtcNow().AddMinutes(10);
        Assert.Equal((SyncOutcome.Failed, StatusSyncStatus.RetryScheduled, until), (limited.Outcome, limited.Status, limited.RetryAt));
        Assert.Equal(ProviderStatus.Open, limited.Sync!.Status);
        Assert.Equal((SyncOutcome.Waiting, until, ProviderStatus.Open), (waiting.Outcome, waiting.RetryAt, waiting.Sync!.Status));
        Assert.Equal((SyncOutcome.Waiting, until), (sameTarget.Outcome, sameTarget.RetryAt));
        Assert.Equal(calls, host.Tracker.Calls.Length);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SyncOutcome.Synced, (await host.SyncAsync(created)).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S35")]
    [Trait("Behaviour", "S36")]
    public async Task A_moved_ticket_is_shown_under_its_new_key()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.MoveTicket("TCK-1", "NEW-9");

        Assert.Equal(("1", "NEW-9"), ((await host.SyncAsync(created)).Ticket!.ProviderTicketId, (await host.ExportAsync()).Ticket!.ExternalIssueId));
    }

    [Fact]
    [Trait("Behaviour", "S33")]
    [Trait("Behaviour", "S46")]
    [Trait("Fault", "F134")]
    public async Task A_sync_of_a_closed_ticket_leaves_document_status_and_attempts_as_they_were()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        var export = await host.Queries.FindExportAsync("acme", created.ExportId!, default);
        var document = (await host.Queries.ReadDocumentAsync("acme", created.ExportId!, default))!.Value.ToArray();
        host.Tracker.CloseTicket("TCK-1");

        Assert.Equal(ProviderStatus.Done, (await host.SyncAsync(created)).Sync!.Status);

        Assert.Equal(export, await host.Queries.FindExportAsync("acme", created.ExportId!, default));
        Assert.Equal(document, (await host.Queries.ReadDocumentAsync("acme", created.ExportId!, default))!.Value.ToArray());
    }

    // A receiver that was away for days has no queue to catch up with: the tracker is asked how things stand.
    [Fact]
    [Trait("Fault", "F123")]
    [Trait("Fault", "F141")]
    public async Task Changes_of_which_nobody_was_told_are_caught_up_with_by_one_read()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        await host.SyncAsync(created);
        foreach (var word in new[] { FakeTrackerStatuses.Doing, FakeTrackerStatuses.Closed, FakeTrackerStatuses.Doing, FakeTrackerStatuses.Closed })
        {
            host.Time.Advance(TimeSpan.FromHours(18));
            host.Tracker.SetStatus("TCK-1", word);
        }

        host.Tracker.MoveTicket("TCK-1", "NEW-9");
        var caughtUp = await host.SyncAsync(created);

        Assert.Equal((SyncOutcome.Synced, StatusSyncStatus.Fresh, ProviderStatus.Done), (caughtUp.Outcome, caughtUp.Status, caughtUp.Sync!.Status));
        Assert.Equal(("NEW-9", ExportOutcome.AlreadyExported), (caughtUp.Ticket!.ExternalIssueId, (await host.ExportAsync()).Outcome));
        Assert.Equal(1, host.Tracker.CreateCalls);
    }

    [Fact]
    public async Task What_cannot_be_read_at_all_is_told_without_a_call()
    {
        await using var host = await TrackerHarness.StartAsync();
        host.Tracker.RejectNext(422, "refused");
        var failed = await host.ExportAsync();
        var sync = host.Service<ITicketSync>();

        Assert.Equal(SyncOutcome.NotLinked, (await sync.SyncAsync("acme", failed.ExportId!)).Outcome);
        Assert.Equal(SyncOutcome.NotFound, (await sync.SyncAsync("acme", "none")).Outcome);
        Assert.Equal(SyncOutcome.NotFound, (await sync.SyncAsync("other", failed.ExportId!)).Outcome);
        Assert.Equal(0, host.Tracker.ReadCalls);
    }

    [Fact]
    public async Task A_cancelled_read_records_nothing()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        using var stop = new CancellationTokenSource();
        host.Tracker.HoldNext(new TaskCompletionSource().Task, FakeTrackerCallKind.Read);
        var reading = host.Service<ITicketSync>().SyncAsync("acme", created.ExportId!, stop.Token);
        while (host.Tracker.ReadCalls == 0)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Null(await host.StoredAsync(created));
    }

    [Fact]
    [Trait("Behaviour", "S18")]
    public async Task A_status_grows_stale_after_the_time_that_the_options_name()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        var sync = (await host.SyncAsync(created)).Sync;
        var (readAt, freshness) = (host.Time.GetUtcNow(), new TicketExportOptions().StatusFreshness);

        Assert.Equal(TimeSpan.FromMinutes(15), freshness);
        Assert.Equal(StatusSyncStatus.Fresh, SyncRules.StatusOf(sync, freshness, readAt + freshness));
        Assert.Equal(StatusSyncStatus.Stale, SyncRules.StatusOf(sync, freshness, readAt + freshness + TimeSpan.FromMilliseconds(1)));
        Assert.Equal(StatusSyncStatus.Never, SyncRules.StatusOf(null, freshness, readAt));
    }
}
