using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static readonly ExportFailure NotRead = Updates.Failure with { Code = ExportCodes.StatusSyncFailed, SubCode = "read" };

    [Fact]
    [Trait("Behaviour", "S17")]
    [Trait("Behaviour", "S34")]
    public async Task A_read_status_is_stored_raw_and_mapped_with_every_field()
    {
        var linked = await LinkedAsync();
        Assert.Empty(await Syncs.FindSyncsAsync("acme", [linked.ExportId], default));

        Assert.Equal(SyncWriteResult.Written, await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.InProgress, "Doing"), default));

        Assert.Equal(
            new TicketSync
            {
                AccountId = "acme",
                ExportId = linked.ExportId,
                ProviderTicketId = "10001",
                RawStatus = "Doing",
                Status = ProviderStatus.InProgress,
                ProviderUpdatedAt = Now.AddDays(-1),
                ObservedAt = Now,
                LastSyncedAt = Now,
            },
            await SyncedAsync(linked));
        Assert.Empty(await Syncs.FindSyncsAsync("other", [linked.ExportId], default));
    }

    [Fact]
    [Trait("Behaviour", "S17")]
    [Trait("Behaviour", "S54")]
    [Trait("Behaviour", "S101")]
    public async Task A_failed_read_keeps_the_status_the_time_of_the_last_sync_and_the_link()
    {
        var linked = await LinkedAsync();
        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Open, "To do"), default);
        var syncedAt = Now;
        _clock.Advance(TimeSpan.FromMinutes(1));

        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead, RetryAt = Now.AddMinutes(5) }, default);
        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead, RetryAt = Now.AddMinutes(9) }, default);

        var sync = await SyncedAsync(linked);
        Assert.Equal((ProviderStatus.Open, "To do", syncedAt), (sync.Status, sync.RawStatus, sync.LastSyncedAt));
        Assert.Equal((2, Now.AddMinutes(9), Now), (sync.FailedReads, sync.RetryAt, sync.ObservedAt));
        Assert.Equal("read", sync.Failure!.SubCode);
        Assert.Equal(NotRead.Message, sync.Failure.Message);
        Assert.Equal(linked, await Queries.FindExportAsync("acme", linked.ExportId, default));
    }

    [Fact]
    [Trait("Behaviour", "S25")]
    public async Task A_status_that_cannot_be_mapped_shows_its_own_words_and_is_no_sync()
    {
        var linked = await LinkedAsync();
        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Done, "Closed"), default);
        var syncedAt = Now;
        _clock.Advance(TimeSpan.FromMinutes(1));

        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Unknown, "In quarantine") with { Failure = NotRead with { SubCode = "map" } }, default);

        var sync = await SyncedAsync(linked);
        Assert.Equal((ProviderStatus.Unknown, "In quarantine", syncedAt), (sync.Status, sync.RawStatus, sync.LastSyncedAt));
        Assert.Equal("map", sync.Failure!.SubCode);
    }

    [Fact]
    public async Task An_older_fact_never_replaces_a_newer_one()
    {
        var linked = await LinkedAsync();
        var early = ReadOf(linked, ProviderStatus.Open, "To do");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var late = ReadOf(linked, ProviderStatus.Done, "Closed");
        await Syncs.RecordSyncAsync(late, default);

        Assert.Equal(SyncWriteResult.Older, await Syncs.RecordSyncAsync(early, default));
        Assert.Equal(SyncWriteResult.Older, await Syncs.RecordSyncAsync(early with { Failure = NotRead, RawStatus = null }, default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var lagging = ReadOf(linked, ProviderStatus.Open, "To do") with { ProviderUpdatedAt = late.ProviderUpdatedAt!.Value.AddSeconds(-5) };
        Assert.Equal(SyncWriteResult.Older, await Syncs.RecordSyncAsync(lagging, default));

        Assert.Equal((ProviderStatus.Done, null), ((await SyncedAsync(linked)).Status, (await SyncedAsync(linked)).Failure));
    }

    [Fact]
    [Trait("Behaviour", "S35")]
    [Trait("Behaviour", "S36")]
    public async Task A_moved_ticket_gets_its_new_key_and_address_and_keeps_its_id()
    {
        var linked = await LinkedAsync();
        var moved = new TicketReference { ProviderTicketId = "10001", ExternalIssueId = "NEW-1", Url = new Uri("https://tracker.example/browse/NEW-1") };

        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Open, "To do") with { Reference = moved }, default);

        var stored = (await Queries.FindExportAsync("acme", linked.ExportId, default))!;
        Assert.Equal(linked with { Ticket = moved }, stored);
        Assert.Equal(moved, Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase())).Holder.Ticket);
    }

    [Fact]
    [Trait("Behaviour", "S56")]
    [Trait("Behaviour", "S58")]
    public async Task A_missing_ticket_stays_missing_until_it_is_seen_or_another_one_is_linked()
    {
        var linked = await LinkedAsync();
        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead, IsMissing = true }, default);
        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead }, default);
        Assert.True((await SyncedAsync(linked)).IsMissing);
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase()));

        await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, Updates.By));

        Assert.Empty(await Syncs.FindSyncsAsync("acme", [linked.ExportId], default));
        Assert.Equal(SyncWriteResult.NotLinked, await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Open, "To do"), default));
        var relinked = linked with { Ticket = Updates.OtherTicket };
        Assert.Equal(SyncWriteResult.Written, await Syncs.RecordSyncAsync(ReadOf(relinked, ProviderStatus.Done, "Closed"), default));
        Assert.Equal(("20002", false, null), ((await SyncedAsync(linked)).ProviderTicketId, (await SyncedAsync(linked)).IsMissing, (await SyncedAsync(linked)).Failure));
    }

    [Fact]
    public async Task What_has_no_ticket_has_no_sync()
    {
        var sent = await SendAsync(new ExportCase());

        Assert.Equal(SyncWriteResult.NotLinked, await Syncs.RecordSyncAsync(FactOf(sent.Export with { Ticket = Updates.Ticket }), default));
        Assert.IsType<TicketChangeResult.NotLinked>(await Syncs.ClaimChangeAsync(WishOf(sent.Export, "a"), default));
        Assert.IsType<TicketChangeResult.NotLinked>(await Syncs.ClaimChangeAsync(WishOf(sent.Export, "a") with { ExportId = "none" }, default));
    }

    [Fact]
    [Trait("Behaviour", "S33")]
    [Trait("Behaviour", "S46")]
    public async Task No_sync_and_no_change_touches_the_export_its_document_or_its_attempts()
    {
        var linked = await LinkedAsync();
        var document = (await Queries.ReadDocumentAsync("acme", linked.ExportId, default))!.Value.ToArray();
        var attempts = (await Queries.ListAttemptsAsync("acme", linked.ExportId, default)).ToArray();

        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Done, "Closed"), default);
        var claim = await TakeAsync(linked, "a");
        await Syncs.RecordChangeAsync(claim, Ended("h-2"), default);

        Assert.Equal(linked, await Queries.FindExportAsync("acme", linked.ExportId, default));
        Assert.Equal(document, (await Queries.ReadDocumentAsync("acme", linked.ExportId, default))!.Value.ToArray());
        Assert.Equal(attempts, (await Queries.ListAttemptsAsync("acme", linked.ExportId, default)).ToArray());
    }

    [Fact]
    [Trait("Behaviour", "S55")]
    public async Task A_fact_and_a_change_pause_the_target_and_the_later_end_stays()
    {
        var linked = await LinkedAsync();
        var target = new TargetKey("acme", linked.TargetId);
        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead, PauseTargetUntil = Now.AddMinutes(5) }, default);
        Assert.Equal(Now.AddMinutes(5), (await Queries.FindCooldownAsync(target, default))!.PausedUntil);

        var claim = await TakeAsync(linked, "a");
        await Syncs.RecordChangeAsync(claim, Ended(null) with { PauseTargetUntil = Now.AddMinutes(2) }, default);

        Assert.Equal(Now.AddMinutes(5), (await Queries.FindCooldownAsync(target, default))!.PausedUntil);
    }

    [Fact]
    public async Task One_caller_at_a_time_changes_a_ticket_and_its_token_only_rises()
    {
        var linked = await LinkedAsync();
        var first = await TakeAsync(linked, "a");

        var held = Assert.IsType<TicketChangeResult.Held>(await Syncs.ClaimChangeAsync(WishOf(linked, "b"), default));
        Assert.Equal(first, Assert.IsType<TicketChangeResult.ToChange>(await Syncs.ClaimChangeAsync(WishOf(linked, "a"), default)).Claim);
        Assert.Equal(Now + Lease, held.Until);
        Assert.True(await Syncs.RecordChangeAsync(first, Ended("h-1"), default));
        var second = await TakeAsync(linked, "b");

        Assert.True(second.FencingToken > first.FencingToken);
        Assert.Equal("h-1", second.DocumentHash);
        Assert.False(await Syncs.RecordChangeAsync(first, Ended("h-9"), default));
        Assert.Equal("h-1", (await SyncedAsync(linked)).LastDocumentHash);
    }

    [Fact]
    public async Task After_a_crash_in_mid_change_the_ticket_is_free_once_the_lease_is_over_and_what_it_holds_is_not_known()
    {
        var linked = await LinkedAsync();
        var first = await TakeAsync(linked, "a", createdHash: "h-0");
        Assert.Equal("h-0", first.DocumentHash);
        Assert.True(await Syncs.RecordChangeAsync(first, Intent, default));
        _clock.Advance(Lease);

        Assert.False(await Syncs.RecordChangeAsync(first, Intent, default));
        var second = await TakeAsync(linked, "b", createdHash: "h-0");

        Assert.Null(second.DocumentHash);
        Assert.Equal(SyncState.Pending, (await SyncedAsync(linked)).SyncState);
        Assert.False(await Syncs.RecordChangeAsync(first, Ended("h-1"), default));
    }

    [Fact]
    public async Task A_change_in_doubt_keeps_the_ticket_until_its_lease_is_over()
    {
        var linked = await LinkedAsync();
        var claim = await TakeAsync(linked, "a");
        await Syncs.RecordChangeAsync(claim, Ended(null) with { Stage = TicketChangeStage.InDoubt, SyncState = SyncState.Error, Failure = NotRead }, default);

        Assert.IsType<TicketChangeResult.Held>(await Syncs.ClaimChangeAsync(WishOf(linked, "b"), default));
        Assert.Equal((SyncState.Error, "read"), ((await SyncedAsync(linked)).SyncState, (await SyncedAsync(linked)).WriteFailure!.SubCode));
        _clock.Advance(Lease);

        await TakeAsync(linked, "b");
    }

    [Fact]
    public async Task A_document_asked_for_earlier_than_the_newest_one_is_refused()
    {
        var linked = await LinkedAsync();
        var early = WishOf(linked, "early");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Syncs.RecordChangeAsync(await TakeAsync(linked, "late"), Ended("h-2"), default);

        Assert.IsType<TicketChangeResult.Overtaken>(await Syncs.ClaimChangeAsync(early, default));
        Assert.Equal("h-2", (await SyncedAsync(linked)).LastDocumentHash);
    }

    [Fact]
    public async Task A_released_change_leaves_everything_as_it_was()
    {
        var linked = await LinkedAsync();
        await Syncs.RecordChangeAsync(await TakeAsync(linked, "a"), Ended("h-1") with { CommentHash = "c-1" }, default);

        var claim = await TakeAsync(linked, "b");
        Assert.True(await Syncs.RecordChangeAsync(claim, new TicketChangeUpdate { Stage = TicketChangeStage.Released }, default));
        var next = await TakeAsync(linked, "c");

        Assert.Equal(("h-1", "c-1"), (next.DocumentHash, next.CommentHash));
        Assert.Equal(SyncState.Synced, (await SyncedAsync(linked)).SyncState);
    }

    [Fact]
    public async Task A_relink_in_mid_change_ends_what_was_known_and_refuses_the_end_of_the_change()
    {
        var linked = await LinkedAsync();
        var claim = await TakeAsync(linked, "a", createdHash: "h-0");
        await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, Updates.By));

        Assert.False(await Syncs.RecordChangeAsync(claim, Ended("h-1"), default));
        Assert.IsType<TicketChangeResult.Held>(await Syncs.ClaimChangeAsync(WishOf(linked, "b"), default));
        _clock.Advance(Lease);
        var next = await TakeAsync(linked, "b", createdHash: "h-0");

        Assert.Equal((null, Updates.OtherTicket), (next.DocumentHash, next.Ticket));
        Assert.True(next.FencingToken > claim.FencingToken);
    }

    [Fact]
    public async Task Text_that_cannot_be_stored_and_too_many_ids_are_refused()
    {
        var linked = await LinkedAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Open, "To\0do"), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Syncs.ClaimChangeAsync(WishOf(linked, "\ud800"), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Syncs.FindSyncsAsync("acme", [.. Enumerable.Repeat("x", 501)], default));
        Assert.Empty(await Syncs.FindSyncsAsync("acme", [linked.ExportId], default));
    }

    private static TicketChangeUpdate Intent { get; } = new() { Stage = TicketChangeStage.Intent, SyncState = SyncState.Pending };

    private static TicketChangeUpdate Ended(string? hash) => new()
    {
        Stage = TicketChangeStage.Ended,
        SyncState = SyncState.Synced,
        DocumentHash = hash,
    };

    private async Task<TicketSync> SyncedAsync(ExportRecord export) =>
        Assert.Single(await Syncs.FindSyncsAsync(export.Account.Id, [export.ExportId], default));

    private async Task<TicketChangeClaim> TakeAsync(ExportRecord export, string claimId, string? createdHash = null) =>
        Assert.IsType<TicketChangeResult.ToChange>(
            await Syncs.ClaimChangeAsync(WishOf(export, claimId) with { CreatedHash = createdHash }, default)).Claim;

    private TicketChangeRequest WishOf(ExportRecord export, string claimId) => new()
    {
        AccountId = export.Account.Id,
        ExportId = export.ExportId,
        ClaimId = claimId,
        AskedAt = Now,
        LeaseDuration = Lease,
    };

    private SyncFact ReadOf(ExportRecord export, ProviderStatus status, string raw) => FactOf(export) with
    {
        RawStatus = raw,
        Status = status,
        ProviderUpdatedAt = Now.AddDays(-1),
        Reference = export.Ticket,
    };

    private SyncFact FactOf(ExportRecord export) => new()
    {
        AccountId = export.Account.Id,
        ExportId = export.ExportId,
        ProviderTicketId = export.Ticket!.ProviderTicketId,
        ObservedAt = Now,
    };
}
