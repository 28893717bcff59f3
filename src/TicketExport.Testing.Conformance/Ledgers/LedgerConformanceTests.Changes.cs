using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
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

    private static TicketChangeUpdate Intent { get; } = new() { Stage = TicketChangeStage.Intent, SyncState = SyncState.Pending };

    private static TicketChangeUpdate Ended(string? hash) => new()
    {
        Stage = TicketChangeStage.Ended,
        SyncState = SyncState.Synced,
        DocumentHash = hash,
    };
}
