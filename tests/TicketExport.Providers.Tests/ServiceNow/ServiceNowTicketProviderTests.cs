using TicketExport.Comments;
using TicketExport.Ledger;
using TicketExport.States;
using TicketExport.Sync;
using TicketExport.Testing;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowTicketProviderTests
{
    [Fact]
    [Trait("Behaviour", "S276")]
    public async Task An_incident_is_created_commented_on_and_closed_through_the_same_interfaces_as_any_ticket()
    {
        await using var scene = await ServiceNowScene.StartAsync();

        var exported = await scene.Export.ExportAsync();
        var comment = await scene.Export.Service<ITicketComments>().AddAsync(new CommentDraft
        {
            AccountId = TestExport.Account.Id,
            Source = new SourceKey(Contract.SourceTypes.ReportIssue, "42"),
            Author = "Ada",
            Text = "Seen again on Monday.",
            CommentId = "c1",
        });
        var closed = await scene.Export.Service<ITicketChanges>().CloseAsync(TestExport.Account.Id, exported.ExportId!, new AuditStamp("ada", "fixed"));

        var ticket = Assert.Single(scene.Server.Tickets);
        Assert.Equal((ExportOutcome.Created, ticket.Id, ticket.Key, ticket.Url), (exported.Outcome, exported.Ticket!.ProviderTicketId, exported.Ticket.ExternalIssueId, exported.Ticket.Url));
        var entry = Assert.Single(ticket.Comments);
        Assert.Equal((CommentOutcomeKind.Delivered, entry.Id), (comment.Outcome, comment.Comment!.ExternalCommentId));
        Assert.Contains("Seen again on Monday.", entry.Text, StringComparison.Ordinal);
        Assert.Equal((CloseOutcome.Closed, "6"), (closed.Outcome, ticket.Status));
    }

    [Fact]
    public async Task A_reply_that_was_lost_is_settled_by_a_look_up_after_two_minutes_and_makes_one_ticket()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.LoseNextReply();

        var first = await scene.Export.ExportAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(119));
        await scene.Export.ExportAsync();
        Assert.Equal(0, scene.Server.FindCalls);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var second = await scene.Export.ExportAsync();

        Assert.False(first.HasTicket);
        Assert.Equal((ExportStatus.Exported, Assert.Single(scene.Server.Tickets).Id), (second.Status, second.Ticket!.ProviderTicketId));
        Assert.Equal((1, 1), (scene.Server.CreateCalls, scene.Server.FindCalls));
    }

    [Fact]
    public async Task A_transaction_that_outlives_its_caller_is_found_and_not_repeated()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var commit = new TaskCompletionSource();
        scene.Server.CommitNextLate(commit.Task);

        await scene.Export.ExportAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(90));
        commit.SetResult();
        await Eventually(() => scene.Server.Tickets.Length == 1);
        scene.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(ExportStatus.Exported, (await scene.Export.ExportAsync()).Status);
        Assert.Single(scene.Server.Tickets);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_query_that_the_instance_does_not_understand_never_finds_a_ticket_and_never_proves_that_there_is_none(bool findsNothing)
    {
        await using var scene = await ServiceNowScene.StartAsync();
        await scene.CreatedAsync("other");
        scene.Server.HasCorrelation = false;
        scene.Server.InvalidQueriesFindNothing = findsNothing;

        var failed = Assert.IsType<FindOutcome.Failed>(await scene.Export.FindAsync());

        Assert.Equal((FailureReason.Configuration, "servicenow_correlation_unreadable", "Settings:table"), (failed.Fault.Reason, failed.Fault.ProviderErrorCode, failed.Fault.Setting));
    }

    [Fact]
    public async Task A_record_whose_correlation_id_differs_by_a_letter_is_never_adopted()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        var marker = (await scene.Export.RequestAsync()).Keys.Marker.Value;
        scene.Server.AnswerNext(
            FakeHttpReply.Text(200, $$$"""{"result":[{"sys_id":"{{{ticket.ProviderTicketId}}}","number":"INC0010001","correlation_id":"{{{marker.ToUpperInvariant()}}}"}]}""", "application/json"),
            FakeTrackerCallKind.Find);

        Assert.IsType<FindOutcome.Failed>(await scene.Export.FindAsync());
    }

    [Theory]
    [InlineData("42")]
    [InlineData("43")]
    public async Task Records_that_are_counted_and_not_shown_prove_nothing(string asked)
    {
        await using var scene = await ServiceNowScene.StartAsync();
        await scene.CreatedAsync();
        scene.Server.CanReadRecords = false;

        var failed = Assert.IsType<FindOutcome.Failed>(await scene.Export.FindAsync(asked));

        Assert.Equal((FailureReason.Permission, "servicenow_records_hidden", "Credentials:access_token"), (failed.Fault.Reason, failed.Fault.ProviderErrorCode, failed.Fault.Setting));
    }

    [Fact]
    public async Task An_empty_table_that_is_not_counted_proves_nothing()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.RefuseNext(FakeHttpReply.Text(200, """{"result":[]}""", "application/json"), FakeTrackerCallKind.Metadata);

        Assert.False(Assert.IsType<FindOutcome.Absent>(await scene.Export.FindAsync()).Proven);
        Assert.True(Assert.IsType<FindOutcome.Absent>(await scene.Export.FindAsync()).Proven);
    }

    [Fact]
    public async Task A_ticket_whose_marker_was_not_taken_is_created_and_says_so()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.HasCorrelation = false;

        var created = Assert.IsType<CreateOutcome.Created>(await scene.Export.CreateAsync());

        Assert.Equal((FailureReason.Configuration, "servicenow_correlation_unreadable"), (created.FollowUpFault!.Reason, created.FollowUpFault.ProviderErrorCode));
    }

    [Fact]
    public async Task A_unique_index_turns_a_second_create_into_a_look_up()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.HasUniqueCorrelation = true;
        var ticket = await scene.CreatedAsync();

        Assert.IsType<CreateOutcome.Unknown>(await scene.Export.CreateAsync());
        Assert.Equal(ticket, Assert.Single(Assert.IsType<FindOutcome.Found>(await scene.Export.FindAsync()).Tickets));
    }

    [Fact]
    public async Task A_closed_ticket_is_resolved_with_code_and_notes_in_one_request()
    {
        await using var scene = await ServiceNowScene.StartAsync(("close_code", "Resolved by caller"), ("close_notes", "Done."), ("close.u_reason", "none"));
        var ticket = await scene.CreatedAsync();

        Assert.Equal(ticket, Assert.IsType<ChangeOutcome.Changed>(await scene.CloseAsync(ticket)).Ticket);

        Assert.Equal(
            ("6", "Resolved by caller", "Done.", "none"),
            (scene.Server.FieldOf(ticket.ProviderTicketId, "state"), scene.Server.FieldOf(ticket.ProviderTicketId, "close_code"), scene.Server.FieldOf(ticket.ProviderTicketId, "close_notes"), scene.Server.FieldOf(ticket.ProviderTicketId, "u_reason")));
        Assert.Equal(1, scene.Server.CallsOf(FakeTrackerCallKind.Close));
    }

    [Theory]
    [InlineData("incident", "6", "2")]
    [InlineData("problem", "107", "103")]
    [InlineData("change_request", "3", "-5")]
    [InlineData("sc_task", "3", "2")]
    [InlineData("u_finding", "3", "2")]
    public async Task Each_table_is_closed_and_opened_again_in_its_own_states(string table, string closed, string open)
    {
        await using var scene = await ServiceNowScene.StartAsync(("table", table));
        var ticket = await scene.CreatedAsync();

        Assert.IsType<ChangeOutcome.Changed>(await scene.CloseAsync(ticket));
        Assert.Equal(closed, scene.Server.FieldOf(ticket.ProviderTicketId, "state"));
        Assert.IsType<ChangeOutcome.Changed>(await scene.ReopenAsync(ticket));
        Assert.Equal(open, scene.Server.FieldOf(ticket.ProviderTicketId, "state"));
        Assert.Contains($"uri={table}.do%3Fsys_id%3D{ticket.ProviderTicketId}", ticket.Url!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_the_table_put_back_is_a_refusal()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RefusedStates = ["6"];

        var rejected = Assert.IsType<ChangeOutcome.Rejected>(await scene.CloseAsync(ticket));

        Assert.Equal((FailureReason.Permission, "servicenow_state_refused", "Settings:close_state"), (rejected.Fault.Reason, rejected.Fault.ProviderErrorCode, rejected.Fault.Setting));
    }

    [Fact]
    public async Task A_data_policy_on_closing_names_the_settings_of_closing()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RefuseNext(
            FakeHttpReply.Text(403, """{"error":{"message":"Operation Failed","detail":"Data Policy Exception: The following fields are mandatory: Resolution code, Assignment group"},"status":"failure"}""", "application/json"),
            FakeTrackerCallKind.Close);

        var rejected = Assert.IsType<ChangeOutcome.Rejected>(await scene.CloseAsync(ticket));

        Assert.Equal(["Settings:close_code", "Settings:close.assignment_group"], rejected.Fault.Problems.Select(static problem => problem.Setting));
    }

    [Fact]
    public async Task A_deleted_record_and_a_hidden_one_are_told_apart_though_ServiceNow_answers_the_same()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var (deleted, hidden) = (await scene.CreatedAsync("1"), await scene.CreatedAsync("2"));
        scene.Server.DeleteTicket(deleted.ProviderTicketId);
        scene.Server.ForbidTicket(hidden.ProviderTicketId);

        Assert.IsType<ReadOutcome.Missing>(await scene.ReadAsync(deleted));
        Assert.IsType<ReadOutcome.Forbidden>(await scene.ReadAsync(hidden));
        Assert.IsType<ChangeOutcome.Missing>(await scene.CloseAsync(deleted));
        Assert.Equal("servicenow_records_hidden", Assert.IsType<ChangeOutcome.Rejected>(await scene.CloseAsync(hidden)).Fault.ProviderErrorCode);
    }

    [Fact]
    public async Task A_record_is_not_called_missing_while_it_cannot_be_counted()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.DeleteTicket(ticket.ProviderTicketId);
        scene.Server.RefuseNext(FakeHttpReply.Text(501, "oops", "text/plain"), FakeTrackerCallKind.Metadata);

        Assert.IsType<ReadOutcome.Failed>(await scene.ReadAsync(ticket));
    }

    [Fact]
    public async Task A_ticket_that_was_linked_by_its_number_is_read_changed_and_commented_on()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        var byNumber = new TicketReference { ProviderTicketId = ticket.ExternalIssueId! };

        Assert.Equal(ticket, Assert.IsType<ReadOutcome.Read>(await scene.ReadAsync(byNumber)).Ticket.Reference);
        Assert.IsType<ChangeOutcome.Changed>(await scene.CloseAsync(byNumber));
        Assert.IsType<CommentOutcome.Posted>(await scene.CommentAsync(byNumber, "c1", "Seen."));
        Assert.IsType<ReadOutcome.Missing>(await scene.ReadAsync(new TicketReference { ProviderTicketId = "INC0999999" }));
    }

    [Fact]
    public async Task An_id_that_could_say_something_in_a_query_is_never_sent()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var stranger = new TicketReference { ProviderTicketId = "x^ORactive=true" };

        Assert.IsType<ReadOutcome.Failed>(await scene.ReadAsync(stranger));
        Assert.IsType<ChangeOutcome.Rejected>(await scene.CloseAsync(stranger));
        Assert.IsType<CommentOutcome.Rejected>(await scene.CommentAsync(stranger, "c1", "x"));
        Assert.Null(Assert.Single(Assert.IsType<ReadManyOutcome.Read>(await scene.ReadManyAsync(stranger)).Tickets));
        Assert.Empty(scene.Server.Exchanges);
    }

    [Fact]
    public async Task Many_tickets_are_read_with_one_request_in_the_order_asked_and_hidden_ones_are_left_out()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var tickets = new List<TicketReference>();
        for (var n = 0; n < ((IStatusBatchProvider)scene.Export.Provider).MaxTickets; n++)
        {
            tickets.Add(await scene.CreatedAsync($"{n}"));
        }

        scene.Server.SetState(tickets[3].ProviderTicketId, "6");
        scene.Server.ForbidTicket(tickets[5].ProviderTicketId);
        tickets.Reverse();

        var read = Assert.IsType<ReadManyOutcome.Read>(await scene.ReadManyAsync([.. tickets])).Tickets;

        Assert.Equal(tickets.Select(ticket => ticket == tickets[^6] ? null : ticket), read.Select(static ticket => ticket?.Reference));
        Assert.Equal((ProviderStatus.Done, ProviderStatus.Open), (read[^4]!.Status, read[0]!.Status));
        var request = Assert.Single(scene.Server.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Read).Request;
        Assert.InRange(request.Path.Length + request.Query.Sum(static part => Uri.EscapeDataString(part.Key).Length + Uri.EscapeDataString(part.Value).Length + 2), 1000, 2000);
    }

    [Fact]
    public async Task A_failed_read_of_many_says_nothing_of_any()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Read);

        Assert.NotNull(Assert.IsType<ReadManyOutcome.Failed>(await scene.ReadManyAsync(ticket)).Until);
    }

    [Fact]
    public async Task A_check_names_user_and_table_and_tells_what_would_hide_tickets()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var connected = Assert.IsType<TargetCheckOutcome.Connected>(await scene.CheckAsync());
        Assert.Equal(("ticket.robot", "incident"), (connected.Identity, Assert.Single(connected.Places)));

        scene.Server.CanReadUsers = false;
        Assert.Contains("may not read", Assert.IsType<TargetCheckOutcome.Connected>(await scene.CheckAsync()).Identity, StringComparison.Ordinal);

        await scene.CreatedAsync();
        scene.Server.CanReadRecords = false;
        Assert.Equal("servicenow_records_hidden", Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.ProviderErrorCode);

        (scene.Server.CanReadRecords, scene.Server.HasCorrelation) = (true, false);
        Assert.Equal("servicenow_correlation_unreadable", Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.ProviderErrorCode);
    }

    [Fact]
    public async Task A_table_that_is_none_is_refused_by_its_setting()
    {
        await using var scene = await ServiceNowScene.StartAsync(("table", "u_nothing"));

        Assert.Equal("Settings:table", Assert.IsType<CreateOutcome.Rejected>(await scene.Export.CreateAsync()).Fault.Setting);
        Assert.Equal("Settings:table", Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.Setting);
    }

    [Fact]
    public async Task A_target_by_the_other_key_works_the_same()
    {
        await using var scene = await ServiceNowScene.StartAsync(null, static target => target.Provider = ServiceNowDefaults.UnderscoreKey);

        Assert.Equal(ExportOutcome.Created, (await scene.Export.ExportAsync()).Outcome);
    }

    private static async Task Eventually(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
