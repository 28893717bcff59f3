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
    [Trait("Fault", "F123")]
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
    public async Task Text_that_cannot_be_stored_and_too_many_ids_are_refused()
    {
        var linked = await LinkedAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Open, "To\0do"), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Syncs.ClaimChangeAsync(WishOf(linked, "\ud800"), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Syncs.FindSyncsAsync("acme", [.. Enumerable.Repeat("x", 501)], default));
        Assert.Empty(await Syncs.FindSyncsAsync("acme", [linked.ExportId], default));
    }

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
