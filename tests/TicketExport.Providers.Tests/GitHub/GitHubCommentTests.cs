using TicketExport.Testing;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubCommentTests
{
    [Fact]
    public async Task A_comment_whose_answer_was_lost_is_found_and_not_posted_again()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.LoseNextReply(FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Unknown>(await scene.CommentAsync(ticket, "c1", "Found again."));

        var posted = Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Found again."));

        var comment = Assert.Single(Assert.Single(scene.Server.Tickets).Comments);
        Assert.Equal((comment.Id, 1), (posted.CommentId, scene.Server.CallsOf(FakeTrackerCallKind.Comment)));
    }

    [Fact]
    public async Task A_comment_is_found_on_the_last_page_as_well()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        for (var number = 0; number < 120; number++)
        {
            scene.Server.Comment(ticket.ProviderTicketId, $"Person {number}");
        }

        var first = Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Found again."));

        Assert.Equal(first, await scene.CommentAsync(ticket, "c1", "Found again."));
        Assert.Equal(121, Assert.Single(scene.Server.Tickets).Comments.Length);
    }

    [Fact]
    public async Task Two_comments_of_one_text_are_two_comments()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();

        await scene.CommentAsync(ticket, "c1", "Found again.");
        await scene.CommentAsync(ticket, "c2", "Found again.");

        Assert.Equal(2, Assert.Single(scene.Server.Tickets).Comments.Length);
    }

    [Fact]
    public async Task A_comment_is_plain_text_and_mentions_nobody()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();

        await scene.CommentAsync(ticket, "c1", "@octocat see #12 <!-- x --> **now**");

        var text = Assert.Single(Assert.Single(scene.Server.Tickets).Comments).Text;
        Assert.DoesNotContain("@octocat", text, StringComparison.Ordinal);
        Assert.DoesNotContain("#12", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<!-- x", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_posted_while_the_comments_cannot_be_read()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RefuseNext(FakeHttpReply.Text(500, "oops", "text/plain"), FakeTrackerCallKind.Metadata);
        Assert.IsType<CommentOutcome.Rejected>(await scene.CommentAsync(ticket, "c1", "Found again."));
        scene.Server.LoginPage(FakeTrackerCallKind.Metadata);
        Assert.IsType<CommentOutcome.Rejected>(await scene.CommentAsync(ticket, "c1", "Found again."));

        Assert.Equal(0, scene.Server.CallsOf(FakeTrackerCallKind.Comment));
    }

    [Fact]
    public async Task A_locked_ticket_takes_no_comment_and_says_so()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.HasWriteAccess = false;
        var ticket = await scene.CreatedAsync();
        scene.Server.LockTicket(ticket.ProviderTicketId);

        var fault = Assert.IsType<CommentOutcome.Rejected>(await scene.CommentAsync(ticket, "c1", "Found again.")).Fault;

        Assert.Equal(GitHubErrorCodes.IssueLocked, fault.ProviderErrorCode);
    }

    [Fact]
    public async Task A_key_that_is_not_one_of_GitHub_is_refused_in_words()
    {
        await using var scene = await GitHubScene.StartAsync();
        var stranger = new TicketReference { ProviderTicketId = "10001", ExternalIssueId = "SHOP-1" };

        Assert.Contains("owner/name#1", Assert.IsType<CommentOutcome.Rejected>(await scene.CommentAsync(stranger, "c1", "x")).Fault.Message, StringComparison.Ordinal);
        Assert.Contains("owner/name#1", Assert.IsType<ReadOutcome.Failed>(await scene.ReadAsync(stranger)).Fault.Message, StringComparison.Ordinal);
        Assert.Contains("owner/name#1", Assert.IsType<ChangeOutcome.Rejected>(await scene.CloseAsync(stranger)).Fault.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Server.Exchanges);
    }

    [Fact]
    [Trait("Fault", "F126")]
    public async Task One_of_ours_that_comes_back_carries_its_mark_and_its_text_without_it()
    {
        await using var scene = await GitHubScene.StartAsync(static target => target.WebhookSecret = "a-webhook-secret-of-acme");
        await scene.CommentAsync(await scene.CreatedAsync(), "c1", "Found again.");
        var sent = Assert.Single(Assert.Single(scene.Server.Tickets).Comments).Text;

        var ours = await ReadAsync(scene, sent);
        var quoted = await ReadAsync(scene, $"> {sent}\n\nI agree.");

        Assert.Equal((Identity.CommentMark.Of("c1"), "Found again."), (ours.OwnCommentId, ours.Comment!.Text));
        Assert.Null(quoted.OwnCommentId);
    }

    private static async Task<InboundEvent> ReadAsync(GitHubScene scene, string body)
    {
        var request = await scene.Export.RequestAsync();
        var json = new System.Text.Json.Nodes.JsonObject
        {
            ["action"] = "created",
            ["issue"] = new System.Text.Json.Nodes.JsonObject { ["id"] = 1, ["number"] = 1, ["state"] = "open" },
            ["comment"] = new System.Text.Json.Nodes.JsonObject { ["id"] = 7, ["body"] = body },
            ["repository"] = new System.Text.Json.Nodes.JsonObject { ["full_name"] = "acme/shop" },
        };
        var delivery = GitHubDeliveries.Sign("issue_comment", json.ToJsonString(), "a-webhook-secret-of-acme");
        var outcome = ((IInboundProvider)scene.Export.Provider).Read(new InboundRequest
        {
            Target = request.Target,
            Credential = request.Credential,
            Address = delivery.Address,
            Headers = delivery.Headers,
            Body = delivery.Body,
            ReceivedAt = scene.Time.GetUtcNow(),
        });
        return Assert.Single(Assert.IsType<InboundOutcome.Authentic>(outcome).Events);
    }
}
