using TicketExport.States;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraTicketTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_update_writes_what_the_document_says_and_keeps_the_labels_that_people_added(bool isDataCenter)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter });
        await using var export = JiraHost.For(jira, isDataCenter: isDataCenter);
        var ticket = await export.CreatedAsync();
        jira.SetLabel("PROJ-1", "triaged", isThere: true);
        jira.SetLabel("PROJ-1", (await export.RequestAsync()).Keys.Marker.Value, isThere: false);
        var request = await export.UpdateRequestAsync(ticket);
        request = request with { Document = request.Document with { Title = "New title", Priority = Contract.TicketPriority.Low, Labels = ["fresh"] } };

        var changed = Assert.IsType<ChangeOutcome.Changed>(await export.Provider<IUpdateProvider>().UpdateAsync(request, CancellationToken.None));

        var stored = Assert.Single(jira.Tickets);
        Assert.Equal(("New title", "Low", ticket), (stored.Title, stored.Priority, changed.Ticket));
        Assert.Equal<string>(["shop", "triaged", request.Keys.Marker.Value, "fresh"], stored.Labels);
        Assert.IsType<FindOutcome.Found>(await export.FindAsync());
    }

    [Fact]
    public async Task An_update_sends_only_fields_of_the_edit_screen()
    {
        await using var jira = await FakeJira.StartAsync(new() { LeftOut = { "priority", "description" } });
        await using var export = JiraHost.For(jira);

        await export.Provider<IUpdateProvider>().UpdateAsync(await export.UpdateRequestAsync(await export.CreatedAsync()), CancellationToken.None);

        var edit = Assert.Single(jira.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Update).Request.ReadJson();
        Assert.Equal(["summary"], edit.GetProperty("fields").EnumerateObject().Select(static field => field.Name));
    }

    [Fact]
    public async Task An_update_without_the_permission_to_edit_is_refused_with_it()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var ticket = await export.CreatedAsync();
        jira.Permissions.Remove("EDIT_ISSUES");

        var outcome = await export.Provider<IUpdateProvider>().UpdateAsync(await export.UpdateRequestAsync(ticket), CancellationToken.None);

        Assert.Equal((FailureReason.Permission, "EDIT_ISSUES"), (Assert.IsType<ChangeOutcome.Rejected>(outcome).Fault.Reason, ((ChangeOutcome.Rejected)outcome).Fault.ProviderErrorCode));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("31", null)]
    [InlineData("done", "Won't Do")]
    public async Task A_ticket_is_closed_with_the_resolution_that_the_transition_demands(string? transition, string? resolution)
    {
        await using var jira = await FakeJira.StartAsync(new() { ClosingNeedsResolution = true });
        await using var export = JiraHost.For(jira, target =>
        {
            target.Settings["close_transition"] = transition ?? "";
            target.Settings["resolution"] = resolution ?? "";
        });
        var ticket = await export.CreatedAsync();

        Assert.IsType<ChangeOutcome.Changed>(await export.CloseAsync(ticket));
        Assert.IsType<ChangeOutcome.Changed>(await export.CloseAsync(ticket));

        Assert.Equal("Done", Assert.Single(jira.Tickets).Status);
        var move = Assert.Single(jira.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Close).Request.ReadJson();
        Assert.Equal(resolution is null ? "1" : "2", move.GetProperty("fields").GetProperty("resolution").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_demanded_resolution_that_is_not_offered_is_named()
    {
        await using var jira = await FakeJira.StartAsync(new() { ClosingNeedsResolution = true });
        await using var export = JiraHost.For(jira, static target => target.Settings["resolution"] = "Fixed");

        var fault = Assert.IsType<ChangeOutcome.Rejected>(await export.CloseAsync(await export.CreatedAsync())).Fault;

        Assert.Equal((FailureReason.MappingIncomplete, "Settings:resolution"), (fault.Reason, fault.Setting));
        Assert.Equal(0, jira.CallsOf(FakeTrackerCallKind.Close));
    }

    [Fact]
    public async Task A_transition_that_is_not_there_is_named_and_an_empty_list_is_a_permission()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, static target => target.Settings["close_transition"] = "Archive");
        var ticket = await export.CreatedAsync();

        Assert.Equal("Settings:close_transition", Assert.IsType<ChangeOutcome.Rejected>(await export.CloseAsync(ticket)).Fault.Setting);
        jira.Permissions.Remove("TRANSITION_ISSUES");
        Assert.Equal("TRANSITION_ISSUES", Assert.IsType<ChangeOutcome.Rejected>(await export.CloseAsync(ticket)).Fault.ProviderErrorCode);
    }

    [Theory]
    [InlineData(null, "To Do")]
    [InlineData("In Progress", "In Progress")]
    public async Task A_closed_ticket_is_opened_again(string? transition, string status)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, target => target.Settings["reopen_transition"] = transition ?? "");
        var ticket = await export.CreatedAsync();
        jira.SetStatus("PROJ-1", "Done");

        Assert.IsType<ChangeOutcome.Changed>(await export.ReopenAsync(ticket));
        Assert.IsType<ChangeOutcome.Changed>(await export.ReopenAsync(ticket));

        Assert.Equal((status, 1), (Assert.Single(jira.Tickets).Status, jira.CallsOf(FakeTrackerCallKind.Reopen)));
    }

    [Theory]
    [InlineData("Parked", null, ProviderStatus.Unknown)]
    [InlineData("Parked", "status.parked", ProviderStatus.InProgress)]
    [InlineData("Done", "status.10002", ProviderStatus.InProgress)]
    [InlineData("Done", null, ProviderStatus.Done)]
    public async Task A_status_is_told_by_its_setting_or_else_by_its_category(string status, string? setting, ProviderStatus expected)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, target =>
        {
            if (setting is not null)
            {
                target.Settings[setting] = "in_progress";
            }
        });
        var ticket = await export.CreatedAsync();
        jira.SetStatus("PROJ-1", status);

        var read = Assert.IsType<ReadOutcome.Read>(await export.ReadAsync(ticket)).Ticket;

        Assert.Equal((status, expected), (read.RawStatus, read.Status));
        Assert.NotNull(read.UpdatedAt);
    }

    [Fact]
    public async Task A_ticket_that_is_known_by_its_old_key_is_read_and_named_anew()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreatedAsync();
        jira.MoveIssue("PROJ-1", "OPS-7");

        var read = Assert.IsType<ReadOutcome.Read>(await export.ReadAsync(new() { ProviderTicketId = "PROJ-1" })).Ticket;

        Assert.Equal(("10001", "OPS-7", new Uri(jira.SiteUrl, "browse/OPS-7")), (read.Reference.ProviderTicketId, read.Reference.ExternalIssueId, read.Reference.Url));
    }

    [Fact]
    [Trait("Fault", "F21")]
    public async Task A_ticket_that_a_stranger_does_not_see_is_not_missing()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var ticket = await export.CreatedAsync();
        jira.AnswersStrangers = true;
        var request = await export.RequestAsync();
        var expired = new TicketCredential([new("email", jira.User), new("api_token", "expired")]);

        var read = await export.Provider<IStatusProvider>().ReadAsync(new() { Account = request.Account, Target = request.Target, Credential = expired, Ticket = ticket }, CancellationToken.None);
        var close = await export.Provider<ICloseProvider>().CloseAsync(new() { Account = request.Account, Target = request.Target, Credential = expired, Ticket = ticket }, CancellationToken.None);

        Assert.Equal(FailureReason.Authentication, Assert.IsType<ReadOutcome.Failed>(read).Fault.Reason);
        Assert.Equal(FailureReason.Authentication, Assert.IsType<ChangeOutcome.Rejected>(close).Fault.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_comment_whose_reply_was_lost_is_known_again_and_not_repeated(bool isDataCenter)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter });
        await using var export = JiraHost.For(jira, isDataCenter: isDataCenter);
        var ticket = await export.CreatedAsync();
        jira.CommentOn("PROJ-1", "A person's words");
        jira.LoseNextReply(FakeTrackerCallKind.Comment);

        Assert.IsType<CommentOutcome.Unknown>(await export.CommentAsync(ticket, "c-1", "First\n\nSecond"));
        var again = Assert.IsType<CommentOutcome.Posted>(await export.CommentAsync(ticket, "c-1", "First\n\nSecond"));
        var other = Assert.IsType<CommentOutcome.Posted>(await export.CommentAsync(ticket, "c-2", "First\n\nSecond"));

        Assert.NotEqual(again.CommentId, other.CommentId);
        Assert.Equal(3, Assert.Single(jira.Tickets).Comments.Length);
    }

    [Theory]
    [InlineData("internal", true)]
    [InlineData("public", false)]
    public async Task A_comment_is_internal_where_the_target_says_so(string visibility, bool isInternal)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, target => target.Settings["comment_visibility"] = visibility);

        await export.CommentAsync(await export.CreatedAsync(), "c-1", "Text");

        var properties = Assert.Single(jira.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Comment).Request.ReadJson().GetProperty("properties");
        Assert.Equal(isInternal, properties.EnumerateArray().Any(static property => property.GetProperty("key").GetString() == "sd.public.comment" && property.GetProperty("value").GetProperty("internal").GetBoolean()));
    }

    [Fact]
    public async Task A_check_names_user_and_project()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);

        var connected = Assert.IsType<TargetCheckOutcome.Connected>(await export.CheckAsync());

        Assert.Equal(("Ticket Exporter", "Project"), (connected.Identity, Assert.Single(connected.Places)));
    }

    [Theory]
    [InlineData("CREATE_ISSUES")]
    [InlineData("BROWSE_PROJECTS")]
    public async Task A_check_names_the_permission_that_lacks(string permission)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.Permissions.Remove(permission);

        var fault = Assert.IsType<TargetCheckOutcome.Refused>(await export.CheckAsync()).Fault;

        Assert.Equal((FailureReason.Permission, permission), (fault.Reason, fault.ProviderErrorCode));
    }

    [Fact]
    public async Task A_check_names_the_fields_that_jira_demands()
    {
        await using var jira = await FakeJira.StartAsync(new() { Fields = { new("customfield_10010", "Team", "string") { IsRequired = true } } });
        await using var export = JiraHost.For(jira);

        Assert.Equal("Settings:field.customfield_10010", Assert.IsType<TargetCheckOutcome.Refused>(await export.CheckAsync()).Fault.Setting);
    }

    [Fact]
    public async Task A_check_of_a_site_that_is_another_kind_of_jira_points_to_the_address()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, static target => target.Deployment = JiraDeployment.DataCenter);

        Assert.Equal("BaseUrl", Assert.IsType<TargetCheckOutcome.Refused>(await export.CheckAsync()).Fault.Setting);
    }

    [Fact]
    public async Task A_data_center_target_that_is_a_cloud_is_told_by_the_search_that_is_gone()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.RefuseNext(FakeHttpReply.Text(410, "{\"errorMessages\":[\"The requested API has been removed.\"],\"errors\":{}}", "application/json"), FakeTrackerCallKind.Find);

        Assert.Equal("Settings:deployment", Assert.IsType<FindOutcome.Failed>(await export.FindAsync()).Fault.Setting);
    }
}
