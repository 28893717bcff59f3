using System.Text.Json;
using TicketExport.Rendering;
using TicketExport.Testing;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubTicketProviderTests
{
    [Fact]
    [Trait("Behaviour", "S1")]
    public async Task A_ticket_is_created_in_one_request_that_carries_the_marker()
    {
        await using var scene = await GitHubScene.StartAsync();

        var created = Assert.IsType<CreateOutcome.Created>(await scene.Export.CreateAsync());

        var ticket = Assert.Single(scene.Server.Tickets);
        var marker = (await scene.Export.RequestAsync()).Keys.Marker.Value;
        Assert.Null(created.FollowUpFault);
        Assert.Equal((ticket.Id, "acme/shop#1", ticket.Url), (created.Ticket.ProviderTicketId, created.Ticket.ExternalIssueId, created.Ticket.Url));
        Assert.Equal((marker, 1), (ticket.Marker, scene.Server.CreateCalls));
        Assert.EndsWith($"<!-- {marker} -->\n", ticket.Body, StringComparison.Ordinal);
        Assert.Equal(["ticketexport", "shop"], ticket.Labels.ToArray());
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_which_version_of_the_interface_it_speaks()
    {
        await using var scene = await GitHubScene.StartAsync();
        await scene.CreatedAsync();

        Assert.All(scene.Server.Exchanges, exchange =>
        {
            Assert.Equal("application/vnd.github+json", exchange.Request.Headers["Accept"]);
            Assert.Equal("2022-11-28", exchange.Request.Headers["X-GitHub-Api-Version"]);
            Assert.Equal($"Bearer {scene.Server.Token}", exchange.Request.Headers["Authorization"]);
            Assert.StartsWith("/api/v3/repos/acme/shop/", exchange.Request.Path, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Labels_are_made_once_and_asked_for_once()
    {
        await using var scene = await GitHubScene.StartAsync(static target => target.Labels.Add("bug"));
        await scene.CreatedAsync("1");
        var before = scene.Server.CallsOf(FakeTrackerCallKind.Metadata);

        await scene.CreatedAsync("2");

        Assert.Equal(["bug", "shop", "ticketexport"], scene.Server.Labels.ToArray());
        Assert.Equal(before, scene.Server.CallsOf(FakeTrackerCallKind.Metadata));
        Assert.Equal(3 + 2, before);
    }

    [Fact]
    public async Task A_label_that_somebody_else_makes_meanwhile_is_no_failure()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.RefuseNext(FakeHttpReply.Text(404, "{}", "application/json"), FakeTrackerCallKind.Metadata);
        scene.Server.RefuseNext(
            FakeHttpReply.Text(422, """{"message":"Validation Failed","errors":[{"resource":"Label","code":"already_exists","field":"name"}]}""", "application/json"),
            FakeTrackerCallKind.Metadata);

        Assert.Null(Assert.IsType<CreateOutcome.Created>(await scene.Export.CreateAsync()).FollowUpFault);
    }

    [Fact]
    public async Task A_server_that_cannot_answer_about_labels_gets_no_ticket_yet()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.RefuseNext(FakeHttpReply.Text(500, "oops", "text/plain"), FakeTrackerCallKind.Metadata);
        Assert.IsType<CreateOutcome.NotSent>(await scene.Export.CreateAsync());

        scene.Server.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Metadata);
        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<CreateOutcome.RateLimited>(await scene.Export.CreateAsync()).Until - scene.Time.GetUtcNow());
        Assert.Equal(0, scene.Server.CreateCalls);
    }

    [Fact]
    [Trait("Fault", "F23")]
    public async Task What_GitHub_left_out_is_told_and_the_ticket_stands()
    {
        await using var scene = await GitHubScene.StartAsync(static target => target.Assignee = "octocat");
        scene.Server.HasWriteAccess = false;

        var created = Assert.IsType<CreateOutcome.Created>(await scene.Export.CreateAsync());

        Assert.Equal((FailureReason.Permission, GitHubErrorCodes.PartsDropped, "Credentials:token"), (created.FollowUpFault!.Reason, created.FollowUpFault.ProviderErrorCode, created.FollowUpFault.Setting));
        Assert.Contains("the label ticketexport, labels, the assignee", created.FollowUpFault.Message, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(scene.Server.Tickets).Labels);
    }

    [Fact]
    public async Task A_ticket_whose_label_was_left_out_is_found_by_who_made_it()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.HasWriteAccess = false;
        var ticket = await scene.CreatedAsync();

        var found = Assert.IsType<FindOutcome.Found>(await scene.Export.FindAsync());

        Assert.Equal(ticket, Assert.Single(found.Tickets));
        Assert.Equal("ticket-robot", scene.Server.Exchanges[^1].Request.Query["creator"]);
    }

    [Fact]
    public async Task A_token_that_may_not_ask_whose_it_is_looks_through_what_anybody_made()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RemoveLabel(ticket.ProviderTicketId, GitHubDefaults.MarkerLabel);
        scene.Server.RejectNext(403, "Resource not accessible by integration", FakeTrackerCallKind.Identity);

        Assert.Equal(ticket, Assert.Single(Assert.IsType<FindOutcome.Found>(await scene.Export.FindAsync()).Tickets));
        Assert.DoesNotContain("creator", scene.Server.Exchanges[^1].Request.Query.Keys);
    }

    [Fact]
    public async Task A_look_up_reads_to_the_last_page_skips_others_and_gives_the_oldest_first()
    {
        await using var scene = await GitHubScene.StartAsync();
        var first = await scene.CreatedAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await scene.CreatedAsync();
        for (var number = 0; number < 60; number++)
        {
            scene.Time.Advance(TimeSpan.FromSeconds(1));
            await scene.CreatedAsync($"other-{number}");
        }

        var found = Assert.IsType<FindOutcome.Found>(await scene.Export.FindAsync());

        Assert.Equal([first, second], found.Tickets.ToArray());
        Assert.Equal(2, scene.Server.FindCalls);
    }

    [Fact]
    public async Task A_marker_of_another_generation_is_another_marker()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.EditBody(ticket.ProviderTicketId, static body => body.Replace("-g1 -->", "-g12 -->", StringComparison.Ordinal));

        Assert.IsType<FindOutcome.Absent>(await scene.Export.FindAsync());
    }

    [Fact]
    public async Task A_pull_request_with_the_marker_is_no_ticket()
    {
        await using var scene = await GitHubScene.StartAsync();
        var marker = (await scene.Export.RequestAsync()).Keys.Marker.Value;
        var page = $$$"""[{"id":5,"number":5,"body":"<!-- {{{marker}}} -->","pull_request":{"url":"x"}}]""";
        scene.Server.RefuseNext(FakeHttpReply.Text(200, page, "application/json"), FakeTrackerCallKind.Find);

        Assert.False(Assert.IsType<FindOutcome.Absent>(await scene.Export.FindAsync()).Proven);
    }

    [Fact]
    public async Task A_next_page_at_another_host_is_a_failed_look_up_and_not_an_end()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.RefuseNext(
            FakeHttpReply.Text(200, "[]", "application/json").With("Link", "<https://elsewhere.example.test/issues?page=2>; rel=\"next\""),
            FakeTrackerCallKind.Find);

        Assert.Equal("BaseUrl", Assert.IsType<FindOutcome.Failed>(await scene.Export.FindAsync()).Fault.Setting);
    }

    [Fact]
    public async Task A_renamed_repository_is_looked_through_at_its_new_address()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RenameRepository("acme/store");

        var found = Assert.IsType<FindOutcome.Found>(await scene.Export.FindAsync());

        Assert.Equal((ticket.ProviderTicketId, "acme/store#1"), (found.Tickets[0].ProviderTicketId, found.Tickets[0].ExternalIssueId));
    }

    [Fact]
    [Trait("Fault", "F5")]
    public async Task A_lost_reply_is_found_again_once_the_list_is_trusted_and_not_repeated()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.LoseNextReply();

        Assert.Null((await scene.Export.ExportAsync()).Ticket);
        scene.Time.Advance(GitHubDefaults.SettleWindow + TimeSpan.FromMinutes(1));
        var settled = await scene.Export.ExportAsync();

        Assert.Equal(("acme/shop#1", 1), (settled.Ticket?.ExternalIssueId, scene.Server.CreateCalls));
    }

    [Fact]
    [Trait("Fault", "F18")]
    public async Task A_ticket_that_the_list_shows_too_late_is_not_made_again()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.IndexLag = TimeSpan.FromHours(1);
        scene.Server.LoseNextReply();

        await scene.Export.ExportAsync();
        scene.Time.Advance(GitHubDefaults.SettleWindow + TimeSpan.FromMinutes(1));
        var settled = await scene.Export.ExportAsync();

        Assert.Equal((ExportStatus.DeliveryUnknown, 1), (settled.Status, scene.Server.CreateCalls));
    }

    [Fact]
    public async Task A_document_names_the_assignee_where_GitHub_knows_them()
    {
        await using var scene = await GitHubScene.StartAsync();

        Assert.Equal("octocat", await AssigneeForAsync(scene, "@octocat"));
        Assert.Null(await AssigneeForAsync(scene, "somebody-else"));
        Assert.Null(await AssigneeForAsync(scene, "Maria Example"));
    }

    [Fact]
    public async Task A_title_and_a_body_are_cut_to_what_GitHub_takes_and_keep_the_marker()
    {
        await using var scene = await GitHubScene.StartAsync();
        var request = await scene.Export.RequestAsync();
        var document = request.Document with { Title = string.Concat(Enumerable.Repeat("ä😀 ", 200)), Summary = string.Concat(Enumerable.Repeat("word ", 30_000)) };

        Assert.IsType<CreateOutcome.Created>(await scene.Export.Provider.CreateAsync(
            request with { Document = document, Body = TicketBodyComposer.Compose(document, DateTimeOffset.UnixEpoch) }, CancellationToken.None));

        var ticket = Assert.Single(scene.Server.Tickets);
        Assert.True(GitHubDefaults.TitleLimit.Allows(ticket.Title) && GitHubDefaults.BodyLimit.Allows(ticket.Body));
        Assert.EndsWith($"<!-- {request.Keys.Marker.Value} -->\n", ticket.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transferred_ticket_is_read_closed_updated_and_commented_where_it_is_now()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.TransferTicket("acme/shop#1", "acme/other");

        var read = Assert.IsType<ReadOutcome.Read>(await scene.ReadAsync(ticket)).Ticket;
        var updated = Assert.IsType<ChangeOutcome.Changed>(await scene.UpdateAsync(ticket)).Ticket;
        var closed = Assert.IsType<ChangeOutcome.Changed>(await scene.CloseAsync(ticket)).Ticket;
        Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(ticket, "c1", "Still there."));

        Assert.Equal((ticket.ProviderTicketId, "acme/other#1"), (read.Reference.ProviderTicketId, read.Reference.ExternalIssueId));
        Assert.Equal((read.Reference, read.Reference), (updated, closed));
        var moved = Assert.Single(scene.Server.Tickets);
        Assert.Equal(("closed", 1), (moved.Status, moved.Comments.Length));

        // The new key is what is stored; the id of the transferred issue is another than the linked one.
        Assert.IsType<ReadOutcome.Read>(await scene.ReadAsync(read.Reference));
    }

    [Fact]
    public async Task Another_issue_at_the_tickets_address_is_not_taken_for_the_ticket()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.EditBody(ticket.ProviderTicketId, static _ => "Something else.");

        var stranger = ticket with { ProviderTicketId = "999999" };

        Assert.Equal(GitHubErrorCodes.IssueReplaced, Assert.IsType<ReadOutcome.Missing>(await scene.ReadAsync(stranger)).Fault.ProviderErrorCode);
        Assert.Equal(GitHubErrorCodes.IssueReplaced, Assert.IsType<ChangeOutcome.Missing>(await scene.UpdateAsync(stranger)).Fault.ProviderErrorCode);
    }

    [Fact]
    public async Task A_ticket_that_did_not_change_is_read_at_no_cost()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();

        var first = await scene.ReadAsync(ticket);
        var second = await scene.ReadAsync(ticket);
        Assert.Equal((first, 1), (second, scene.Server.NotModifiedAnswers));

        scene.Server.CloseTicket(ticket.ProviderTicketId, "not_planned");
        var third = Assert.IsType<ReadOutcome.Read>(await scene.ReadAsync(ticket)).Ticket;
        Assert.Equal((States.ProviderStatus.Done, "closed (not_planned)", 1), (third.Status, third.RawStatus, scene.Server.NotModifiedAnswers));
    }

    [Theory]
    [InlineData(GitHubCloseReason.Unknown, "completed")]
    [InlineData(GitHubCloseReason.Completed, "completed")]
    [InlineData(GitHubCloseReason.NotPlanned, "not_planned")]
    public async Task A_ticket_is_closed_with_the_targets_reason(GitHubCloseReason reason, string word)
    {
        await using var scene = await GitHubScene.StartAsync(target => target.CloseReason = reason);
        var ticket = await scene.CreatedAsync();

        Assert.IsType<ChangeOutcome.Changed>(await scene.CloseAsync(ticket));

        Assert.Equal($"closed ({word})", Assert.IsType<ReadOutcome.Read>(await scene.ReadAsync(ticket)).Ticket.RawStatus);
    }

    [Fact]
    public async Task An_update_keeps_the_labels_of_people_and_changes_the_one_of_the_priority()
    {
        await using var scene = await GitHubScene.StartAsync(static target =>
        {
            target.PriorityLabels[Contract.TicketPriority.High] = "P1";
            target.PriorityLabels[Contract.TicketPriority.Low] = "P3";
        });
        var ticket = await scene.CreatedAsync();
        scene.Server.AddLabel(ticket.ProviderTicketId, "by a person");

        Assert.IsType<ChangeOutcome.Changed>(await scene.UpdateAsync(
            ticket, static request => request with { Document = request.Document with { Priority = Contract.TicketPriority.Low } }));

        Assert.Equal(["ticketexport", "shop", "by a person", "P3"], Assert.Single(scene.Server.Tickets).Labels.ToArray());
    }

    [Fact]
    public async Task An_update_that_changes_no_label_sends_none()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();

        Assert.IsType<ChangeOutcome.Changed>(await scene.UpdateAsync(ticket));

        var sent = scene.Server.Exchanges.Single(static exchange => exchange.Kind == FakeTrackerCallKind.Update).Request.ReadJson();
        Assert.Equal(["title", "body"], sent.EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task A_check_names_the_account_and_the_repository()
    {
        await using var scene = await GitHubScene.StartAsync();

        var connected = Assert.IsType<TargetCheckOutcome.Connected>(await scene.CheckAsync());

        Assert.Equal(("ticket-robot", "acme/shop"), (connected.Identity, Assert.Single(connected.Places)));
    }

    [Fact]
    public async Task A_check_refuses_a_repository_that_takes_no_tickets_or_has_another_name()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.HasIssues = false;
        Assert.Equal(GitHubErrorCodes.IssuesDisabled, Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.ProviderErrorCode);
        scene.Server.IsArchived = true;
        Assert.Equal(GitHubErrorCodes.RepositoryArchived, Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.ProviderErrorCode);
        scene.Server.RenameRepository("acme/store");
        Assert.Equal(GitHubErrorCodes.RepositoryMoved, Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.ProviderErrorCode);
    }

    [Theory]
    [InlineData("""{"number":1}""")]
    [InlineData("""{"id":"1","number":1}""")]
    [InlineData("""{"id":1e400,"number":1}""")]
    [InlineData("""{"id":{},"number":1}""")]
    [InlineData("""{"id":1,"number":0}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [Trait("Fault", "F27")]
    [Trait("Fault", "F28")]
    public async Task An_answer_without_a_ticket_is_an_unknown_outcome(string body)
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.AnswerNext(FakeHttpReply.Text(201, body, "application/json"));

        Assert.IsType<CreateOutcome.Unknown>(await scene.Export.CreateAsync());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/acme/shop/issues/1")]
    [InlineData("https://user:pass@127.0.0.1/acme/shop/issues/1")]
    [Trait("Fault", "F53")]
    public async Task An_address_that_is_not_the_servers_own_is_left_out(string address)
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.AnswerNext(FakeHttpReply.Text(201, JsonSerializer.Serialize(new { id = 7, number = 7, html_url = address }), "application/json"));

        var ticket = Assert.IsType<CreateOutcome.Created>(await scene.Export.CreateAsync()).Ticket;

        Assert.Equal(("7", "acme/shop#7", null), (ticket.ProviderTicketId, ticket.ExternalIssueId, ticket.Url));
    }

    private static async Task<string?> AssigneeForAsync(GitHubScene scene, string named)
    {
        var request = await scene.Export.RequestAsync();
        Assert.IsType<CreateOutcome.Created>(await scene.Export.Provider.CreateAsync(request with { Document = request.Document with { Assignee = named } }, CancellationToken.None));
        var sent = scene.Server.Exchanges.Last(static exchange => exchange.Kind == FakeTrackerCallKind.Create).Request.ReadJson();
        return sent.TryGetProperty("assignees", out var assignees) ? Assert.Single(assignees.EnumerateArray()).GetString() : null;
    }
}
