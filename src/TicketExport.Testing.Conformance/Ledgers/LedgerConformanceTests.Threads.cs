using TicketExport.Comments;
using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Behaviour", "S232")]
    [Trait("Behaviour", "S233")]
    [Trait("Behaviour", "S234")]
    [Trait("Behaviour", "S235")]
    [Trait("Behaviour", "S242")]
    [Trait("Behaviour", "S243")]
    public async Task A_thread_holds_both_sides_in_the_order_of_time_and_says_which_is_which()
    {
        var thread = await ThreadAsync();
        await Comments.AddCommentAsync(thread.Stored("b", "First"), default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Comments.ReceiveCommentAsync(thread.Added("ext-1"), default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Comments.AddCommentAsync(thread.Stored("a", "Third"), default);

        var comments = await ThreadOfAsync(thread);

        Assert.Equal(
            [(CommentOrigin.Internal, "Kim", "First"), (CommentOrigin.External, "Jane", "Text of ext-1"), (CommentOrigin.Internal, "Kim", "Third")],
            comments.Select(static comment => (comment.Origin, comment.Author, comment.Text)));
        Assert.Equal(thread.Stored("b", "First").Comment with { WrittenAt = Now.AddSeconds(-2) }, comments[0]);
        Assert.Equal("ext-1", comments[1].ExternalCommentId);
        Assert.Empty((await Comments.ListCommentsAsync("other", thread.Export.Source, new PageRequest(), default)).Items);
        Assert.Empty((await Comments.ListCommentsAsync("acme", thread.Export.Source with { Id = "other" }, new PageRequest(), default)).Items);
    }

    [Fact]
    [Trait("Behaviour", "S232")]
    public async Task Pages_of_a_thread_repeat_nothing_and_leave_nothing_out_also_of_one_moment()
    {
        var thread = await ThreadAsync();
        foreach (var id in new[] { "e", "b", "\U0001F600", "\uFFFD", "d", "a", "c" })
        {
            await Comments.AddCommentAsync(thread.Stored(id), default);
        }

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Comments.ListCommentsAsync("acme", thread.Export.Source, new PageRequest { Size = 2, Cursor = cursor }, default);
            listed.AddRange(page.Items.Select(static comment => comment.CommentId));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(["a", "b", "c", "d", "e", "\uFFFD", "\U0001F600"], listed);
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            Comments.ListCommentsAsync("acme", thread.Export.Source, new PageRequest { Cursor = "made-up" }, default));
    }

    [Fact]
    public async Task A_comment_is_stored_once_and_its_id_belongs_to_it_alone()
    {
        var thread = await ThreadAsync();
        var stored = Assert.IsType<CommentAddResult.Stored>(await Comments.AddCommentAsync(thread.Stored("c1"), default));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(stored.Entry, Assert.IsType<CommentAddResult.Known>(await Comments.AddCommentAsync(thread.Sent("c1"), default)).Entry);
        Assert.IsType<CommentAddResult.Conflict>(await Comments.AddCommentAsync(thread.Stored("c1", "Something else"), default));
        Assert.IsType<CommentAddResult.Conflict>(await Comments.AddCommentAsync(
            thread.Stored("c1") with { Comment = thread.Stored("c1").Comment with { Source = new("report_issue", "other") } },
            default));

        Assert.Equal(stored.Entry, await Comments.FindCommentAsync("acme", "c1", default));
        Assert.Null(await Comments.FindCommentAsync("other", "c1", default));
    }

    [Fact]
    [Trait("Behaviour", "S237")]
    [Trait("Behaviour", "S238")]
    public async Task The_intent_is_stored_with_the_comment_and_the_trackers_id_with_the_outcome()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        var sending = (await Comments.FindCommentAsync("acme", "c1", default))!;
        Assert.Equal((true, claim.LeaseUntil, 1), (sending.IsOpen, sending.LeaseUntil, sending.Tries));
        Assert.Equal((Now, Now, CommentDelivery.Pending), (sending.FirstTriedAt, sending.TriedAt, sending.Comment.Delivery));

        var stamped = (await Comments.RecordCommentAsync(claim, new CommentUpdate.Posted("ext-9"), default))!;

        Assert.Equal(("ext-9", CommentDelivery.Delivered, false), (stamped.Comment.ExternalCommentId, stamped.Comment.Delivery, stamped.IsOpen));
        Assert.Equal(stamped, await Comments.FindCommentAsync("acme", "c1", default));
        Assert.Equal(stamped, await Comments.RecordCommentAsync(claim, new CommentUpdate.Posted("ext-9"), default));
        Assert.IsType<CommentClaimResult.Settled>(await Comments.ClaimCommentAsync(thread.Claim("c1"), default));
    }

    [Fact]
    [Trait("Behaviour", "S199")]
    public async Task A_synthetic_reply_is_a_comment_of_its_own()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        var posted = new CommentUpdate.Posted("mock-1") { Echo = new("mock-echo-1", "Mock", "Echo", Now.AddSeconds(1)), EchoId = "e1" };

        await Comments.RecordCommentAsync(claim, posted, default);
        await Comments.RecordCommentAsync(claim, posted, default);

        Assert.Equal(
            [(CommentOrigin.Internal, "mock-1"), (CommentOrigin.External, "mock-echo-1")],
            (await ThreadOfAsync(thread)).Select(static comment => (comment.Origin, comment.ExternalCommentId)));
    }

    [Fact]
    public async Task A_failure_its_time_and_the_pause_of_the_target_are_stored()
    {
        var thread = await ThreadAsync();
        var claim = await SendingAsync(thread, "c1");
        var refused = new CommentUpdate.NotAdded(Updates.Failure, Now.AddMinutes(3)) { PauseTargetUntil = Now.AddMinutes(2) };

        await Comments.RecordCommentAsync(claim, refused, default);

        var stored = Assert.Single(await ThreadOfAsync(thread));
        Assert.Equal((CommentDelivery.Pending, Now.AddMinutes(3)), (stored.Delivery, stored.RetryAt));
        Assert.Equal(Updates.Failure.Message, stored.Failure!.Message);
        Assert.Equal(Now.AddMinutes(2), (await Queries.FindCooldownAsync(new("acme", "tracker"), default))!.PausedUntil);
        Assert.Equal(Now.AddMinutes(2), Assert.IsType<CommentClaimResult.Waiting>(await Comments.ClaimCommentAsync(thread.Claim("c1"), default)).Until);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_before_anything_is_written()
    {
        var thread = await ThreadAsync();
        var bad = new[] { "a\0b", "\ud800", new string('x', CommentRules.MaxText + 1), "" };

        foreach (var text in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Comments.AddCommentAsync(thread.Stored("c1", text), default));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Comments.AddCommentAsync(
            thread.Stored("c1") with { Comment = thread.Stored("c1").Comment with { Author = new string('x', CommentRules.MaxAuthor + 1) } },
            default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Comments.AddCommentAsync(
            thread.Stored("c1") with { Comment = thread.Stored("c1").Comment with { Origin = CommentOrigin.External } },
            default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Comments.ReceiveCommentAsync(thread.Added("ext") with { Text = "\udc00" }, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Comments.ReceiveCommentAsync(
            thread.Added("ext") with { Kind = Providers.InboundEventKind.TicketChanged },
            default));
        Assert.Empty(await ThreadOfAsync(thread));
    }

    private async Task<CommentCase> ThreadAsync(ExportCase? export = null, TicketReference? ticket = null)
    {
        var send = await SendAsync(export ?? new ExportCase());
        await RecordAsync(send.Claim, Updates.Exported with { Ticket = ticket ?? Updates.Ticket });
        return new CommentCase(await FindAsync(send.Claim), _clock);
    }

    private async Task<CommentClaim> SendingAsync(CommentCase thread, string id)
    {
        var stored = Assert.IsType<CommentAddResult.Stored>(await Comments.AddCommentAsync(thread.Sent(id), default));
        return Assert.IsType<CommentClaimResult.ToSend>(stored.Claim).Claim;
    }

    private async Task<ThreadComment[]> ThreadOfAsync(CommentCase thread) =>
        [.. (await Comments.ListCommentsAsync(thread.Export.Account.Id, thread.Export.Source, new PageRequest(), default)).Items];

    private async Task<string[]> DueCommentsAsync(int limit = 100) =>
        [.. (await Comments.FindDueCommentsAsync(new DueQuery { Limit = limit }, default)).Select(static due => due.ExportId)];
}
