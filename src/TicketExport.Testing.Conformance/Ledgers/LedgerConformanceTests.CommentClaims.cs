using TicketExport.Comments;
using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task One_claim_at_a_time_holds_a_comment_and_an_overtaken_one_writes_nothing()
    {
        var thread = await ThreadAsync();
        var first = await SendingAsync(thread, "c1");
        Assert.Equal(first.LeaseUntil, Assert.IsType<CommentClaimResult.Waiting>(await Comments.ClaimCommentAsync(thread.Due("c1"), default)).Until);
        Assert.Empty(await DueCommentsAsync());

        _clock.Advance(CommentCase.Lease);
        Assert.Equal(["c1"], await DueCommentsAsync());
        var second = Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(thread.Due("c1"), default)).Claim;

        Assert.Equal((true, 2, first.FirstTriedAt), (second.IsInDoubt, second.Tries, second.FirstTriedAt));
        Assert.True(second.FencingToken > first.FencingToken);
        Assert.Null(await Comments.RecordCommentAsync(first, new CommentUpdate.NotAdded(Updates.Failure, null), default));
        Assert.NotNull(await Comments.RecordCommentAsync(second, new CommentUpdate.Posted("ext-1"), default));
        Assert.Null(await Comments.RecordCommentAsync(first, new CommentUpdate.Posted("ext-2"), default));
        Assert.Equal("ext-1", Assert.Single(await ThreadOfAsync(thread)).ExternalCommentId);
    }

    [Fact]
    public async Task A_claim_whose_acknowledgement_was_lost_is_given_again()
    {
        var thread = await ThreadAsync();
        await Comments.AddCommentAsync(thread.Stored("c1"), default);
        var request = thread.Claim("c1");

        var first = Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(request, default));
        var again = Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(request, default));

        Assert.Equal(first.Claim, again.Claim);
    }

    [Fact]
    [Trait("Behaviour", "S236")]
    public async Task A_comment_that_was_never_to_be_sent_is_due_for_nobody_and_can_be_sent_by_a_person()
    {
        var thread = await ThreadAsync();
        await Comments.AddCommentAsync(thread.Stored("c1"), default);
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await DueCommentsAsync());
        Assert.IsType<CommentClaimResult.Settled>(await Comments.ClaimCommentAsync(thread.Due("c1"), default));
        Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(thread.Claim("c1"), default));
    }

    [Fact]
    public async Task A_private_comment_and_one_of_the_trackers_are_given_to_nobody()
    {
        var thread = await ThreadAsync();
        var secret = thread.Stored("c1") with { Comment = thread.Stored("c1").Comment with { IsPrivate = true } };
        await Comments.AddCommentAsync(secret, default);
        await Comments.ReceiveCommentAsync(thread.Added("ext-1") with { NewCommentId = "c2" }, default);

        Assert.IsType<CommentClaimResult.Settled>(await Comments.ClaimCommentAsync(thread.Claim("c1"), default));
        Assert.IsType<CommentClaimResult.Settled>(await Comments.ClaimCommentAsync(thread.Claim("c2"), default));
        Assert.IsType<CommentClaimResult.NotFound>(await Comments.ClaimCommentAsync(thread.Claim("c3"), default));
    }

    [Fact]
    public async Task Without_a_link_nothing_is_claimed_and_what_was_due_is_so_no_longer()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.RecordCommentAsync(claim, new CommentUpdate.NotAdded(Updates.Failure, Now.AddMinutes(1)), default);
        await ChangeAsync(new LinkCommand.Unlink("acme", thread.Export.ExportId, Updates.By));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["c1"], await DueCommentsAsync());

        Assert.IsType<CommentClaimResult.NotLinked>(await Comments.ClaimCommentAsync(thread.Due("c1"), default));

        Assert.Empty(await DueCommentsAsync());
        Assert.Equal(CommentDelivery.None, Assert.Single(await ThreadOfAsync(thread)).Delivery);
    }

    [Fact]
    public async Task What_is_in_doubt_is_looked_up_in_time_and_never_before_it()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.RecordCommentAsync(claim, new CommentUpdate.InDoubt(Updates.Failure, Now.AddMinutes(10)), default);

        Assert.Equal(Now.AddMinutes(10), Assert.IsType<CommentClaimResult.Waiting>(await Comments.ClaimCommentAsync(thread.Claim("c1"), default)).Until);
        _clock.Advance(TimeSpan.FromMinutes(10));
        var again = Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(thread.Due("c1"), default)).Claim;
        Assert.True(again.IsInDoubt);

        // That the look-up failed proves nothing about the try before it.
        var refused = (await Comments.RecordCommentAsync(again, new CommentUpdate.NotAdded(Updates.Failure, null), default))!;
        Assert.Equal((true, CommentDelivery.InDoubt), (refused.IsOpen, refused.Comment.Delivery));
        Assert.Empty(await DueCommentsAsync());
    }

    [Fact]
    public async Task A_person_who_asks_for_a_comment_in_doubt_has_looked()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.RecordCommentAsync(claim, new CommentUpdate.InDoubt(Updates.Failure, null), default);
        Assert.IsType<CommentClaimResult.Settled>(await Comments.ClaimCommentAsync(thread.Due("c1"), default));

        Assert.False(Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(thread.Claim("c1"), default)).Claim.IsInDoubt);
    }

    [Fact]
    public async Task Another_ticket_in_the_link_begins_anew()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.RecordCommentAsync(claim, new CommentUpdate.InDoubt(Updates.Failure, Now.AddMinutes(1)), default);
        await ChangeAsync(new LinkCommand.Relink("acme", thread.Export.ExportId, Updates.OtherTicket, Updates.By));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var again = Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(thread.Due("c1"), default)).Claim;

        Assert.Equal((false, 1, Now, "20002"), (again.IsInDoubt, again.Tries, again.FirstTriedAt, again.Ticket.ProviderTicketId));
    }

    [Fact]
    public async Task Due_comments_are_those_of_targets_in_turn_that_are_neither_paused_nor_disabled()
    {
        var first = await ThreadAsync();
        var second = await ThreadAsync(new ExportCase { Target = "board", RecordId = "4712" });
        foreach (var (thread, id) in new[] { (first, "a1"), (first, "a2"), (second, "b1") })
        {
            await Comments.RecordCommentAsync(await SendingAsync(thread, id), new CommentUpdate.NotAdded(Updates.Failure, Now.AddSeconds(1)), default);
        }

        Assert.Empty(await DueCommentsAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["b1", "a1", "a2"], await DueCommentsAsync());
        Assert.Equal(["b1", "a1"], await DueCommentsAsync(limit: 2));
        await Targets.SwitchTargetAsync(new TargetSwitchCommand.Disable(new("acme", "board"), Updates.By), default);
        Assert.Equal(["a1", "a2"], await DueCommentsAsync());
        await Comments.RecordCommentAsync(
            Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(first.Due("a1"), default)).Claim,
            new CommentUpdate.NotAdded(Updates.Failure, Now.AddMinutes(1)) { PauseTargetUntil = Now.AddMinutes(1) },
            default);
        Assert.Empty(await DueCommentsAsync());
    }
}
