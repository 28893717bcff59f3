using TicketExport.Comments;
using TicketExport.Testing;

namespace TicketExport.Providers.Comments;

public sealed class ThreadOverHttpTests
{
    [Theory]
    [InlineData("github")]
    [InlineData("linear")]
    [InlineData("jira")]
    [InlineData("jira-dc")]
    [Trait("Behaviour", "S237")]
    [Trait("Behaviour", "S238")]
    [Trait("Behaviour", "S200")]
    public async Task A_comment_reaches_the_ticket_and_is_stamped_with_the_trackers_id(string tracker)
    {
        await using var scene = await ThreadScene.StartAsync(tracker);

        var first = await scene.AddAsync("First of two.");
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await scene.AddAsync("First of two.");

        Assert.Equal((CommentOutcomeKind.Delivered, CommentOutcomeKind.Delivered), (first.Outcome, second.Outcome));
        Assert.Equal([scene.There[0].Id, scene.There[1].Id], (await scene.ThreadAsync()).Select(static comment => comment.ExternalCommentId));
        Assert.All(scene.There, static comment => Assert.Contains("First of two", comment.Text, StringComparison.Ordinal));
        Assert.Null(first.Echo);
    }

    [Theory]
    [InlineData("github")]
    [InlineData("linear")]
    [InlineData("jira")]
    [InlineData("jira-dc")]
    public async Task A_comment_whose_answer_was_lost_is_looked_up_by_the_worker_and_stands_once(string tracker)
    {
        await using var scene = await ThreadScene.StartAsync(tracker);
        scene.Server.LoseNextReply(FakeTrackerCallKind.Comment);

        var lost = await scene.AddAsync();
        Assert.Equal((CommentOutcomeKind.Pending, true), (lost.Outcome, lost.Comment!.RetryAt >= scene.Time.GetUtcNow() + scene.SettleWindow));
        Assert.Equal(0, (await scene.WorkAsync()).Comments);
        scene.Time.SetUtcNow(lost.Comment.RetryAt!.Value);
        Assert.Equal(1, (await scene.WorkAsync()).Comments);

        var there = Assert.Single(scene.There);
        var here = Assert.Single(await scene.ThreadAsync());
        Assert.Equal((CommentDelivery.Delivered, there.Id), (here.Delivery, here.ExternalCommentId));
    }

    [Theory]
    [InlineData("github")]
    [InlineData("linear")]
    [InlineData("jira")]
    [InlineData("jira-dc")]
    public async Task A_comment_that_never_arrived_is_sent_again_after_the_look_up(string tracker)
    {
        await using var scene = await ThreadScene.StartAsync(tracker);
        scene.Server.DropBeforeCommit(FakeTrackerCallKind.Comment);

        var lost = await scene.AddAsync();
        scene.Time.SetUtcNow(lost.Comment!.RetryAt!.Value);
        await scene.WorkAsync();

        Assert.Equal(CommentDelivery.Delivered, Assert.Single(await scene.ThreadAsync()).Delivery);
        Assert.Single(scene.There);
    }

    [Theory]
    [InlineData("jira")]
    [InlineData("jira-dc")]
    [InlineData("github")]
    public async Task A_comment_is_found_again_below_any_number_of_newer_ones(string tracker)
    {
        await using var scene = await ThreadScene.StartAsync(tracker);
        scene.Server.LoseNextReply(FakeTrackerCallKind.Comment);
        var lost = await scene.AddAsync("Below.");
        for (var number = 0; number < 250; number++)
        {
            Write(scene.Server, $"Newer {number}");
        }

        scene.Time.SetUtcNow(lost.Comment!.RetryAt!.Value);
        await scene.WorkAsync();

        Assert.Equal(CommentDelivery.Delivered, Assert.Single(await scene.ThreadAsync()).Delivery);
        Assert.Single(scene.There, static comment => comment.Text.Contains("Below", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jira")]
    [InlineData("github")]
    public async Task What_is_older_than_the_first_try_is_not_read(string tracker)
    {
        await using var scene = await ThreadScene.StartAsync(tracker);
        for (var number = 0; number < 250; number++)
        {
            Write(scene.Server, $"Older {number}");
        }

        scene.Time.Advance(TimeSpan.FromHours(2));
        var before = scene.Server.Exchanges.Length;
        await scene.AddAsync();

        Assert.InRange(scene.Server.Exchanges.Length - before, 1, 3);
    }

    [Theory]
    [InlineData("github")]
    [InlineData("linear")]
    [InlineData("jira")]
    [InlineData("jira-dc")]
    public async Task A_tracker_that_asks_to_wait_is_waited_for(string tracker)
    {
        await using var scene = await ThreadScene.StartAsync(tracker);
        scene.Server.RateLimitNext(TimeSpan.FromMinutes(2), FakeTrackerCallKind.Comment);

        var limited = await scene.AddAsync();
        Assert.Equal(CommentOutcomeKind.Pending, limited.Outcome);
        Assert.Empty(scene.There);
        scene.Time.Advance(TimeSpan.FromMinutes(3));
        await scene.WorkAsync();

        Assert.Single(scene.There);
    }

    private static void Write(FakeTrackerServer server, string text)
    {
        var key = server.Tickets.Single().Key;
        switch (server)
        {
            case FakeGitHub github:
                github.Comment(key, text);
                break;
            case FakeJira jira:
                jira.CommentOn(key, text);
                break;
        }
    }
}
