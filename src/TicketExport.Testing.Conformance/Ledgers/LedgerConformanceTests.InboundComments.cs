using TicketExport.Comments;
using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Behaviour", "S244")]
    public async Task A_comment_that_is_delivered_twice_is_added_once()
    {
        var thread = await ThreadAsync();

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Added("ext-1"), default));
        Assert.Equal(InboundCommentResult.Duplicate, await Comments.ReceiveCommentAsync(thread.Added("ext-1"), default));
        var many = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Comments.ReceiveCommentAsync(thread.Added("ext-2"), default))));

        Assert.Single(many, InboundCommentResult.Applied);
        Assert.Equal(2, (await ThreadOfAsync(thread)).Length);
    }

    [Fact]
    [Trait("Fault", "F125")]
    public async Task A_trackers_id_of_a_comment_counts_inside_its_account_target_and_ticket_only()
    {
        var threads = new[]
        {
            await ThreadAsync(),
            await ThreadAsync(new ExportCase { RecordId = "4712" }, Updates.OtherTicket),
            await ThreadAsync(new ExportCase { RecordId = "4713", Target = "board" }),
            await ThreadAsync(new ExportCase { Account = new() { Id = "other" } }),
        };

        foreach (var thread in threads)
        {
            Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Added("ext-1"), default));
        }

        foreach (var thread in threads)
        {
            Assert.Single(await ThreadOfAsync(thread));
        }
    }

    [Fact]
    [Trait("Behaviour", "S239")]
    [Trait("Fault", "F126")]
    public async Task One_of_ours_that_comes_back_after_its_stamp_is_an_echo()
    {
        var thread = await ThreadAsync();
        await Comments.RecordCommentAsync(await SendingAsync(thread, "c1"), new CommentUpdate.Posted("ext-1"), default);

        Assert.Equal(InboundCommentResult.Echo, await Comments.ReceiveCommentAsync(thread.Added("ext-1", "bot"), default));
        Assert.Equal(InboundCommentResult.Echo, await Comments.ReceiveCommentAsync(thread.Added("ext-1", "bot"), default));

        Assert.Equal("Please look.", Assert.Single(await ThreadOfAsync(thread)).Text);
    }

    [Fact]
    [Trait("Behaviour", "S239")]
    [Trait("Fault", "F126")]
    public async Task One_of_ours_that_comes_back_before_its_stamp_is_held_and_then_merged()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");

        Assert.Equal(InboundCommentResult.Held, await Comments.ReceiveCommentAsync(thread.Added("ext-1", "bot"), default));
        Assert.Equal(["c1"], (await ThreadOfAsync(thread)).Select(static comment => comment.CommentId));
        await Comments.RecordCommentAsync(claim, new CommentUpdate.Posted("ext-1"), default);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["c1"], (await ThreadOfAsync(thread)).Select(static comment => comment.CommentId));
        Assert.Equal("bot", (await Comments.FindCommentAsync("acme", "c1", default))!.ActorId);
    }

    [Fact]
    public async Task What_was_held_is_shown_when_ours_is_settled_as_another_one_or_after_a_minute()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.ReceiveCommentAsync(thread.Added("ext-1"), default);
        await Comments.RecordCommentAsync(claim, new CommentUpdate.Posted("ext-2"), default);
        Assert.Equal(2, (await ThreadOfAsync(thread)).Length);

        var doubtful = await SendingAsync(thread, "c2");
        await Comments.RecordCommentAsync(doubtful, new CommentUpdate.InDoubt(Updates.Failure, null), default);
        Assert.Equal(InboundCommentResult.Held, await Comments.ReceiveCommentAsync(thread.Added("ext-3"), default));
        Assert.Equal(3, (await ThreadOfAsync(thread)).Length);
        _clock.Advance(CommentRules.LongestHold);
        Assert.Equal(4, (await ThreadOfAsync(thread)).Length);
        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Added("ext-4"), default));
    }

    [Fact]
    public async Task A_stamp_that_comes_after_the_hold_still_makes_one_comment_of_both()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.RecordCommentAsync(claim, new CommentUpdate.InDoubt(Updates.Failure, Now.AddMinutes(10)), default);
        await Comments.ReceiveCommentAsync(thread.Added("ext-1", "bot"), default);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(2, (await ThreadOfAsync(thread)).Length);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Comments.ReceiveCommentAsync(thread.Edited("ext-1", "Changed there"), default);

        var again = Assert.IsType<CommentClaimResult.ToSend>(await Comments.ClaimCommentAsync(thread.Due("c1"), default)).Claim;
        await Comments.RecordCommentAsync(again, new CommentUpdate.Posted("ext-1"), default);

        var only = Assert.Single(await ThreadOfAsync(thread));
        Assert.Equal(("c1", CommentOrigin.Internal, "Changed there", Now), (only.CommentId, only.Origin, only.Text, only.EditedAt));
    }

    [Fact]
    public async Task Somebody_elses_is_not_held_once_it_is_known_who_we_are()
    {
        var thread = await ThreadAsync();
        await Comments.RecordCommentAsync(await SendingAsync(thread, "c1"), new CommentUpdate.Posted("ext-1"), default);
        await Comments.ReceiveCommentAsync(thread.Added("ext-1", "bot"), default);
        await SendingAsync(thread, "c2");

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Added("ext-2"), default));
        Assert.Equal(InboundCommentResult.Held, await Comments.ReceiveCommentAsync(thread.Added("ext-3", "bot"), default));
        Assert.Equal(InboundCommentResult.Held, await Comments.ReceiveCommentAsync(thread.Added("ext-4", actor: null), default));
    }

    [Fact]
    [Trait("Fault", "F126")]
    public async Task Our_mark_together_with_our_identity_is_a_stamp_and_a_quoted_mark_is_none()
    {
        var thread = await ThreadAsync();
        await Comments.RecordCommentAsync(await SendingAsync(thread, "c1"), new CommentUpdate.Posted("ext-1"), default);
        await Comments.ReceiveCommentAsync(thread.Added("ext-1", "bot"), default);
        var claim = await SendingAsync(thread, "c2");
        var mark = Identity.CommentMark.Of("c2");

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Added("ext-9") with { OwnCommentId = mark }, default));
        Assert.Equal(InboundCommentResult.Echo, await Comments.ReceiveCommentAsync(thread.Added("ext-2", "bot") with { OwnCommentId = mark }, default));

        Assert.Equal("ext-2", (await Comments.FindCommentAsync("acme", "c2", default))!.Comment.ExternalCommentId);
        Assert.Equal(CommentDelivery.Delivered, (await Comments.RecordCommentAsync(claim, new CommentUpdate.InDoubt(Updates.Failure, null), default))!.Comment.Delivery);
        Assert.Equal(InboundCommentResult.Duplicate, await Comments.ReceiveCommentAsync(thread.Added("ext-9", "bot") with { OwnCommentId = mark }, default));
        Assert.Equal(3, (await ThreadOfAsync(thread)).Length);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await DueCommentsAsync());
    }

    [Fact]
    [Trait("Fault", "F123")]
    public async Task The_newest_edit_stays_whatever_the_order_and_an_edit_may_come_first()
    {
        var thread = await ThreadAsync();
        var (added, first, second) = (thread.Added("ext-1"), thread.Edited("ext-1", "One"), thread.Edited("ext-1", "Two"));
        first = first with { OccurredAt = Now.AddSeconds(1) };
        second = second with { OccurredAt = Now.AddSeconds(2) };

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(second, default));
        Assert.Equal(InboundCommentResult.Duplicate, await Comments.ReceiveCommentAsync(added, default));
        Assert.Equal(InboundCommentResult.Older, await Comments.ReceiveCommentAsync(first, default));
        Assert.Equal(InboundCommentResult.Duplicate, await Comments.ReceiveCommentAsync(second, default));

        var only = Assert.Single(await ThreadOfAsync(thread));
        Assert.Equal(("Two", Now.AddSeconds(2), Now), (only.Text, only.EditedAt, only.WrittenAt));
    }

    [Fact]
    public async Task An_edit_of_ours_by_a_person_of_the_tracker_is_an_edit_and_no_echo()
    {
        var thread = await ThreadAsync();
        await Comments.RecordCommentAsync(await SendingAsync(thread, "c1"), new CommentUpdate.Posted("ext-1"), default);

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Edited("ext-1", "Corrected"), default));

        var only = Assert.Single(await ThreadOfAsync(thread));
        Assert.Equal(("Corrected", Now, CommentOrigin.Internal, "Kim"), (only.Text, only.EditedAt, only.Origin, only.Author));
        Assert.IsType<CommentAddResult.Known>(await Comments.AddCommentAsync(thread.Sent("c1"), default));
    }

    [Fact]
    [Trait("Fault", "F123")]
    public async Task A_deletion_is_final_also_before_its_comment_and_keeps_the_text_of_ours()
    {
        var thread = await ThreadAsync();
        await Comments.ReceiveCommentAsync(thread.Added("ext-1"), default);
        await Comments.RecordCommentAsync(await SendingAsync(thread, "c1"), new CommentUpdate.Posted("ext-2"), default);

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(thread.Deleted("ext-1") with { OccurredAt = Now.AddDays(-1) }, default));
        Assert.Equal(InboundCommentResult.Duplicate, await Comments.ReceiveCommentAsync(thread.Deleted("ext-1"), default));
        Assert.Equal(InboundCommentResult.Older, await Comments.ReceiveCommentAsync(thread.Edited("ext-1", "Back"), default));
        await Comments.ReceiveCommentAsync(thread.Deleted("ext-2"), default);
        await Comments.ReceiveCommentAsync(thread.Deleted("ext-3"), default);
        Assert.Equal(InboundCommentResult.Older, await Comments.ReceiveCommentAsync(thread.Added("ext-3"), default));

        Assert.Equal(
            [("c1", true, "Please look."), ("ext-1", true, "")],
            (await ThreadOfAsync(thread))
                .Select(static comment => (comment.Origin == CommentOrigin.Internal ? comment.CommentId : comment.ExternalCommentId!, comment.IsDeleted, comment.Text))
                .Order());
    }

    [Fact]
    public async Task A_comment_of_ours_that_was_deleted_before_its_stamp_is_deleted()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        await Comments.ReceiveCommentAsync(thread.Deleted("ext-1"), default);

        await Comments.RecordCommentAsync(claim, new CommentUpdate.Posted("ext-1"), default);

        Assert.True(Assert.Single(await ThreadOfAsync(thread)).IsDeleted);
    }

    [Fact]
    public async Task What_only_people_of_the_tracker_see_is_not_taken_and_taken_away_when_it_becomes_so()
    {
        var thread = await ThreadAsync();
        Assert.Equal(InboundCommentResult.Private, await Comments.ReceiveCommentAsync(thread.Added("ext-1") with { IsPrivate = true }, default));
        await Comments.ReceiveCommentAsync(thread.Added("ext-2"), default);
        var hidden = thread.Edited("ext-2", "Hidden") with { IsPrivate = true, OccurredAt = Now.AddSeconds(2) };

        Assert.Equal(InboundCommentResult.Applied, await Comments.ReceiveCommentAsync(hidden, default));
        Assert.Empty(await ThreadOfAsync(thread));
        Assert.Equal(InboundCommentResult.Older, await Comments.ReceiveCommentAsync(thread.Added("ext-2"), default));
        Assert.Equal(InboundCommentResult.Older, await Comments.ReceiveCommentAsync(thread.Edited("ext-2", "Old") with { OccurredAt = Now.AddSeconds(1) }, default));
        Assert.Empty(await ThreadOfAsync(thread));

        await Comments.ReceiveCommentAsync(thread.Edited("ext-2", "Open again") with { OccurredAt = Now.AddSeconds(3) }, default);
        Assert.Equal("Open again", Assert.Single(await ThreadOfAsync(thread)).Text);
    }

    [Fact]
    public async Task A_trackers_id_that_another_of_ours_has_stamps_nothing()
    {
        var thread = await ThreadAsync();
        await Comments.RecordCommentAsync(await SendingAsync(thread, "c1"), new CommentUpdate.Posted("ext-1"), default);

        var second = (await Comments.RecordCommentAsync(await SendingAsync(thread, "c2"), new CommentUpdate.Posted("ext-1"), default))!;

        Assert.Equal((CommentDelivery.InDoubt, null), (second.Comment.Delivery, second.Comment.ExternalCommentId));
        Assert.Equal(2, (await ThreadOfAsync(thread)).Length);
    }
}
