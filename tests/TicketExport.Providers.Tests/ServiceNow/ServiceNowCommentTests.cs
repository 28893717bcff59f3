using TicketExport.Testing;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowCommentTests
{
    [Fact]
    public async Task A_comment_goes_to_the_work_notes_unless_the_target_says_otherwise()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        await using var other = await ServiceNowScene.StartAsync(("comment_field", "comments"));

        Assert.Equal("work_notes", await FieldOfCommentAsync(scene));
        Assert.Equal("comments", await FieldOfCommentAsync(other));
    }

    [Fact]
    public async Task A_comment_whose_answer_was_lost_is_found_and_not_posted_again()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.LoseNextReply(FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Unknown>(await scene.CommentAsync(ticket, "c1", "Found again."));

        var posted = Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Found again."));

        Assert.Equal(Assert.Single(Assert.Single(scene.Server.Tickets).Comments).Id, posted.CommentId);
    }

    [Fact]
    public async Task Two_comments_of_one_text_are_two_comments()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();

        await scene.CommentAsync(ticket, "c1", "Found again.");
        await scene.CommentAsync(ticket, "c2", "Found again.");

        Assert.Equal(2, Assert.Single(scene.Server.Tickets).Comments.Length);
    }

    [Fact]
    public async Task Without_the_right_to_read_journals_the_mark_stands_for_the_id_and_a_comment_is_still_posted_once()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.CanReadJournal = false;
        var ticket = await scene.CreatedAsync();

        var first = Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Found again."));
        var second = Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Found again."));

        Assert.Equal((Identity.CommentMark.Of("c1"), first.CommentId), (first.CommentId, second.CommentId));
        Assert.Single(Assert.Single(scene.Server.Tickets).Comments);
    }

    [Fact]
    public async Task Where_a_record_does_not_show_its_journals_the_journal_itself_is_asked()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.ShowsJournals = false;
        var ticket = await scene.CreatedAsync();

        var first = await scene.CommentAsync(ticket, "c1", "Found again.");
        scene.Time.Advance(TimeSpan.FromHours(1));
        var second = await scene.CommentAsync(ticket, "c1", "Found again.", scene.Time.GetUtcNow() - TimeSpan.FromHours(1));

        Assert.Equal(first, Assert.IsType<CommentOutcome.Posted>(second));
        Assert.Single(Assert.Single(scene.Server.Tickets).Comments);
    }

    [Fact]
    public async Task Where_nothing_shows_a_comment_it_is_posted_once_and_a_repeated_try_stays_unknown()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        (scene.Server.ShowsJournals, scene.Server.CanReadJournal) = (false, false);
        var ticket = await scene.CreatedAsync();
        var first = scene.Time.GetUtcNow();

        Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Found again.", first));
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        var unknown = Assert.IsType<CommentOutcome.Unknown>(await scene.CommentAsync(ticket, "c1", "Found again.", first));

        Assert.Equal(FailureReason.Permission, unknown.Fault.Reason);
        Assert.Single(Assert.Single(scene.Server.Tickets).Comments);
    }

    [Fact]
    public async Task A_tag_that_would_be_read_as_HTML_is_parted()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();

        await scene.CommentAsync(ticket, "c1", "[code]<script>alert(1)</script>[/code] [CODE]<b>");

        var text = Assert.Single(Assert.Single(scene.Server.Tickets).Comments).Text;
        Assert.DoesNotContain("[code]", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("[/code]", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_comment_on_a_record_that_is_gone_is_refused()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.DeleteTicket(ticket.ProviderTicketId);

        Assert.Equal(FailureReason.NotFound, Assert.IsType<CommentOutcome.Rejected>(await scene.CommentAsync(ticket, "c1", "x")).Fault.Reason);
        Assert.Equal(0, scene.Server.CallsOf(FakeTrackerCallKind.Comment));
    }

    private static async Task<string> FieldOfCommentAsync(ServiceNowScene scene)
    {
        await scene.CommentAsync(await scene.CreatedAsync(), "c1", "Seen.");
        var sent = scene.Server.Exchanges.Single(static exchange => exchange.Kind == FakeTrackerCallKind.Comment).Request.ReadJson();
        return Assert.Single(sent.EnumerateObject()).Name;
    }
}
