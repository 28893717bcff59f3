using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_new_link_is_due_to_be_read_at_once_and_taken_once()
    {
        Assert.Empty(await ReadsAsync());
        var linked = await LinkedAsync();

        var takers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ReadsAsync())));

        Assert.Equal([linked.ExportId], takers.SelectMany(taken => taken));
        Assert.Empty(await ReadsAsync());
        _clock.Advance(Hold + TimeSpan.FromMilliseconds(1));
        Assert.Equal([linked.ExportId], await ReadsAsync());
    }

    [Fact]
    [Trait("Fault", "F141")]
    public async Task A_read_plans_the_next_one_whatever_it_came_to()
    {
        var linked = await LinkedAsync();
        await ReadsAsync();
        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Done, "Closed") with { NextReadAt = Now.AddHours(1) }, default);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(await ReadsAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([linked.ExportId], await ReadsAsync());

        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead, NextReadAt = Now.AddHours(1) }, default);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([linked.ExportId], await ReadsAsync());

        var lagging = ReadOf(linked, ProviderStatus.Open, "Open") with { ProviderUpdatedAt = Now.AddDays(-9), NextReadAt = Now.AddHours(1) };
        Assert.Equal(SyncWriteResult.Older, await Syncs.RecordSyncAsync(lagging, default));
        _clock.Advance(Hold);
        Assert.Empty(await ReadsAsync());
    }

    [Fact]
    public async Task Hints_bring_the_next_read_forward_and_many_of_them_lead_to_one()
    {
        var linked = await LinkedAsync();
        await ReadsAsync();
        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Open, "Open") with { NextReadAt = Now.AddHours(1) }, default);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await HintAsync(linked, "1");
        await HintAsync(linked, "2");

        Assert.Equal([linked.ExportId], await ReadsAsync());
        Assert.Empty(await ReadsAsync());
        await Syncs.RecordSyncAsync(ReadOf(linked, ProviderStatus.Done, "Closed") with { NextReadAt = Now.AddHours(1) }, default);
        _clock.Advance(Hold);
        Assert.Empty(await ReadsAsync());
    }

    [Fact]
    [Trait("Fault", "F123")]
    public async Task A_hint_during_a_read_is_not_lost_and_reads_keep_their_spacing()
    {
        var linked = await LinkedAsync();
        await ReadsAsync();
        var begun = ReadOf(linked, ProviderStatus.Open, "Open") with { NextReadAt = Now.AddHours(1) };
        _clock.Advance(TimeSpan.FromSeconds(1));
        await HintAsync(linked, "1");

        await Syncs.RecordSyncAsync(begun, default);

        Assert.Empty(await ReadsAsync());
        _clock.Advance(ScheduleRules.Spacing);
        Assert.Equal([linked.ExportId], await ReadsAsync());
    }

    [Fact]
    [Trait("Behaviour", "S55")]
    public async Task A_hint_does_not_read_before_a_planned_retry()
    {
        var linked = await LinkedAsync();
        await ReadsAsync();
        await Syncs.RecordSyncAsync(FactOf(linked) with { Failure = NotRead, RetryAt = Now.AddMinutes(30), NextReadAt = Now.AddMinutes(30) }, default);

        await HintAsync(linked, "1");

        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Empty(await ReadsAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([linked.ExportId], await ReadsAsync());
    }

    [Fact]
    public async Task What_is_put_off_waits_and_what_is_unlinked_is_read_no_more_and_another_ticket_at_once()
    {
        var linked = await LinkedAsync();
        await Syncs.PostponeReadsAsync(Tracker, [linked.ExportId, "none"], Now.AddDays(1), default);
        Assert.Empty(await ReadsAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));

        await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, Updates.By));
        Assert.Equal([linked.ExportId], await ReadsAsync());

        await ChangeAsync(new LinkCommand.Unlink("acme", linked.ExportId, Updates.By));
        await HintAsync(linked, "1");
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await ReadsAsync());
    }

    [Fact]
    [Trait("Fault", "F67")]
    public async Task Paused_and_excluded_targets_are_not_read_and_every_target_has_its_turn()
    {
        var many = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            many.Add((await ReadableAsync(new ExportCase { RecordId = $"many-{i}" })).ExportId);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        var single = await ReadableAsync(new ExportCase { RecordId = "single", Target = "zeta" });

        Assert.Contains(single.ExportId, await ReadsAsync(limit: 2));
        var others = await Syncs.TakeDueReadsAsync(new DueQuery { Limit = 9, Excluded = [Tracker] }, Hold, default);
        Assert.Empty(others);
        await Syncs.RecordSyncAsync(FactOf(single) with { Failure = NotRead, PauseTargetUntil = Now.AddMinutes(5), NextReadAt = Now }, default);
        Assert.Equal(many.Count - 1, (await ReadsAsync()).Length);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains(single.ExportId, await ReadsAsync());
    }

    [Fact]
    public async Task The_intent_to_close_is_written_with_who_asked_for_it()
    {
        var linked = await LinkedAsync();
        var claim = Assert.IsType<TicketChangeResult.ToChange>(await Syncs.ClaimChangeAsync(WishOf(linked, "a") with { AskedAt = null, CreatedHash = "h-1" }, default)).Claim;
        Assert.Equal("h-1", claim.DocumentHash);

        Assert.True(await Syncs.RecordChangeAsync(claim, new TicketChangeUpdate { Stage = TicketChangeStage.Intent, SyncState = SyncState.Pending, By = Updates.By, DocumentHash = "h-1" }, default));
        Assert.True(await Syncs.RecordChangeAsync(claim, Ended("h-1") with { By = Updates.By }, default));

        var row = Assert.Single((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
        Assert.Equal((AuditAction.AskedToClose, Updates.By, linked.ExportId, "10001"), (row.Action, row.By, row.ExportId, row.TicketId));
        Assert.IsType<TicketChangeResult.ToChange>(await Syncs.ClaimChangeAsync(WishOf(linked, "b") with { AskedAt = Now.AddDays(-1) }, default));
    }

    private async Task<ExportRecord> ReadableAsync(ExportCase export)
    {
        var sent = await SendAsync(export);
        await RecordAsync(sent.Claim, Updates.Exported);
        return await FindAsync(sent.Claim);
    }

    private Task<InboundReceiptResult> HintAsync(ExportRecord export, string deliveryId) => Receipts.RecordReceiptAsync(
        new InboundReceipt { Target = Tracker, DeliveryId = deliveryId, BodyHash = "hash", Entries = [new InboundEntry(RecordOf(export)) { PlansRead = true }] },
        default);

    private async Task<string[]> ReadsAsync(int limit = 100) =>
        [.. (await Syncs.TakeDueReadsAsync(new DueQuery { Limit = limit }, Hold, default)).Select(due => due.ExportId)];
}
