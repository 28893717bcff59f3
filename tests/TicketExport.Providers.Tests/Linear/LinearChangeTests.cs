using TicketExport.States;
using TicketExport.Testing;

namespace TicketExport.Providers.Linear;

/// <summary>Reading, updating, closing, reopening and commenting.</summary>
public sealed class LinearChangeTests
{
    [Theory]
    [InlineData("Triage", ProviderStatus.Open)]
    [InlineData("Backlog", ProviderStatus.Open)]
    [InlineData("Todo", ProviderStatus.Open)]
    [InlineData("In Progress", ProviderStatus.InProgress)]
    [InlineData("Done", ProviderStatus.Done)]
    [InlineData("Canceled", ProviderStatus.Done)]
    [InlineData("Duplicate", ProviderStatus.Done)]
    [Trait("Behaviour", "S37")]
    [Trait("Behaviour", "S38")]
    [Trait("Behaviour", "S39")]
    public async Task A_status_is_told_by_its_type_and_shown_by_its_name(string state, ProviderStatus expected)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.SetState("ENG-1", state);

        var read = Assert.IsType<ReadOutcome.Read>(await export.ReadAsync(ticket)).Ticket;

        Assert.Equal((state, expected, ticket), (read.RawStatus, read.Status, read.Reference));
        Assert.NotNull(read.UpdatedAt);
    }

    [Fact]
    public async Task A_moved_issue_keeps_its_id_and_tells_its_new_name()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.MoveTicket("ENG-1", "OPS");

        var moved = Assert.IsType<ReadOutcome.Read>(await export.ReadAsync(ticket)).Ticket.Reference;

        Assert.Equal((ticket.ProviderTicketId, "OPS-1"), (moved.ProviderTicketId, moved.ExternalIssueId));
        Assert.Equal(moved, Assert.IsType<ChangeOutcome.Changed>(await export.CloseAsync(ticket)).Ticket);
        Assert.Equal("Done", Assert.Single(linear.Tickets).Status);
    }

    [Fact]
    [Trait("Behaviour", "S57")]
    public async Task Archived_trashed_gone_hidden_and_elsewhere_are_told_apart()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.CloseTicket("ENG-1");
        linear.ArchiveTicket("ENG-1");
        Assert.Equal(ProviderStatus.Done, Assert.IsType<ReadOutcome.Read>(await export.ReadAsync(ticket)).Ticket.Status);

        linear.SwitchWorkspace("other");
        var elsewhere = Assert.IsType<ReadOutcome.Forbidden>(await export.ReadAsync(ticket)).Fault;
        Assert.Equal((LinearErrorCodes.OtherWorkspace, "Credentials:api_key"), (elsewhere.ProviderErrorCode, elsewhere.Setting));
        Assert.Equal(LinearErrorCodes.OtherWorkspace, Assert.IsType<ChangeOutcome.Rejected>(await export.CloseAsync(ticket)).Fault.ProviderErrorCode);

        linear.SwitchWorkspace("acme");
        linear.DeleteTicket("ENG-1");
        Assert.Equal(LinearErrorCodes.IssueTrashed, Assert.IsType<ReadOutcome.Missing>(await export.ReadAsync(ticket)).Fault.ProviderErrorCode);
        Assert.IsType<ChangeOutcome.Missing>(await export.ReopenAsync(ticket));

        linear.PurgeTicket("ENG-1");
        Assert.Equal("INPUT_ERROR", Assert.IsType<ReadOutcome.Missing>(await export.ReadAsync(ticket)).Fault.ProviderErrorCode);
        Assert.IsType<ChangeOutcome.Missing>(await export.UpdateAsync(ticket));
    }

    [Fact]
    [Trait("Behaviour", "S53")]
    public async Task Not_found_is_not_believed_while_the_credentials_are_in_doubt()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        var notFound = LinearHost.Error(200, "Entity not found: Issue", "INPUT_ERROR", "invalid input", "Could not find referenced Issue.");
        linear.RefuseNext(notFound, FakeTrackerCallKind.Read);
        linear.RejectNext(401, "AUTHENTICATION_ERROR", FakeTrackerCallKind.Identity);

        Assert.Equal(FailureReason.Authentication, Assert.IsType<ReadOutcome.Failed>(await export.ReadAsync(ticket)).Fault.Reason);

        linear.RefuseNext(notFound, FakeTrackerCallKind.Metadata);
        linear.RefuseNext(FakeHttpReply.Text(503, "busy", "text/plain"), FakeTrackerCallKind.Identity);
        Assert.IsType<ChangeOutcome.NotSent>(await export.CloseAsync(ticket));
    }

    [Fact]
    public async Task An_issue_other_than_the_asked_one_is_not_believed()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        await export.ReadAsync(await export.CreatedAsync("43"));
        linear.AnswerNext(linear.Exchanges[^1].Reply!, FakeTrackerCallKind.Read);

        Assert.IsType<ReadOutcome.Failed>(await export.ReadAsync(ticket));
    }

    [Fact]
    [Trait("Behaviour", "S98")]
    public async Task An_update_brings_the_newer_text_and_keeps_status_labels_of_people_and_marker()
    {
        await using var linear = await FakeLinear.StartAsync();
        linear.AddLabel("shop");
        var byPeople = linear.AddLabel("by-people");
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.LabelTicket("ENG-1", byPeople);
        linear.SetState("ENG-1", "In Progress");

        Assert.IsType<ChangeOutcome.Changed>(await export.UpdateAsync(ticket));
        Assert.IsType<ChangeOutcome.Changed>(await export.UpdateAsync(ticket));

        var stored = Assert.Single(linear.Tickets);
        Assert.Equal(("Newer", "In Progress"), (stored.Title, stored.Status));
        Assert.Equal(["by-people", "shop"], stored.Labels.Order(StringComparer.Ordinal));
        Assert.Contains(stored.Marker!, stored.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_issue_gets_labels_of_the_team_that_it_is_in()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.AddLabel("shop", "ENG");
        linear.MoveTicket("ENG-1", "OPS");

        Assert.IsType<ChangeOutcome.Changed>(await export.UpdateAsync(ticket));

        Assert.Empty(Assert.Single(linear.Tickets).Labels);
    }

    [Theory]
    [InlineData(null, "Done")]
    [InlineData("completed", "Done")]
    [InlineData("canceled", "Canceled")]
    [InlineData("Canceled", "Canceled")]
    [InlineData("duplicate", "Duplicate")]
    public async Task An_issue_is_closed_as_the_target_says_and_once(string? setting, string expected)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, more: target => Set(target, "close_state", setting));
        var ticket = await export.CreatedAsync();

        Assert.IsType<ChangeOutcome.Changed>(await export.CloseAsync(ticket));
        Assert.IsType<ChangeOutcome.Changed>(await export.CloseAsync(ticket));

        Assert.Equal(expected, Assert.Single(linear.Tickets).Status);
        Assert.Equal(1, linear.CallsOf(FakeTrackerCallKind.Close));
    }

    [Theory]
    [InlineData(null, "Todo")]
    [InlineData("backlog", "Backlog")]
    [InlineData("In Progress", "In Progress")]
    public async Task An_issue_is_opened_again_as_the_target_says_and_once(string? setting, string expected)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, more: target => Set(target, "reopen_state", setting));
        var ticket = await export.CreatedAsync();
        linear.CloseTicket("ENG-1");

        Assert.IsType<ChangeOutcome.Changed>(await export.ReopenAsync(ticket));
        Assert.IsType<ChangeOutcome.Changed>(await export.ReopenAsync(ticket));

        Assert.Equal(expected, Assert.Single(linear.Tickets).Status);
        Assert.Equal(1, linear.CallsOf(FakeTrackerCallKind.Reopen));
    }

    [Fact]
    public async Task An_archived_issue_is_restored_before_it_is_opened_again_and_takes_no_other_change()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.ArchiveTicket("ENG-1");
        Assert.Equal(FailureReason.Conflict, Assert.IsType<ChangeOutcome.Rejected>(await export.UpdateAsync(ticket)).Fault.Reason);
        Assert.Equal(FailureReason.Conflict, Assert.IsType<ChangeOutcome.Rejected>(await export.CloseAsync(ticket)).Fault.Reason);

        linear.CloseTicket("ENG-1");
        Assert.IsType<ChangeOutcome.Changed>(await export.ReopenAsync(ticket));

        Assert.Equal("Todo", Assert.Single(linear.Tickets).Status);
    }

    [Theory]
    [InlineData("completed", "Settings:close_state")]
    [InlineData("unstarted backlog", "Settings:reopen_state")]
    public async Task A_team_without_a_fitting_status_is_told_which_setting_to_change(string removed, string setting)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        var isClosing = setting.EndsWith("close_state", StringComparison.Ordinal);
        linear.SetState("ENG-1", isClosing ? "Todo" : "Done");
        foreach (var type in removed.Split(' '))
        {
            linear.RemoveStates("ENG", type);
        }

        var fault = Assert.IsType<ChangeOutcome.Rejected>(isClosing ? await export.CloseAsync(ticket) : await export.ReopenAsync(ticket)).Fault;

        Assert.Equal((FailureReason.MappingIncomplete, LinearErrorCodes.StateUnknown, setting), (fault.Reason, fault.ProviderErrorCode, fault.Setting));
    }

    [Fact]
    [Trait("Behaviour", "S100")]
    public async Task A_change_whose_reply_is_lost_is_unknown_and_one_that_waits_says_until_when()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.LoseNextReply(FakeTrackerCallKind.Close);
        Assert.IsType<ChangeOutcome.Unknown>(await export.CloseAsync(ticket));
        linear.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Update);
        Assert.NotNull(Assert.IsType<ChangeOutcome.RateLimited>(await export.UpdateAsync(ticket)).Until);
        linear.RejectNext(200, "FORBIDDEN", FakeTrackerCallKind.Update);
        Assert.Equal("Credentials:api_key", Assert.IsType<ChangeOutcome.Rejected>(await export.UpdateAsync(ticket)).Fault.Setting);
    }

    [Fact]
    public async Task A_comment_is_posted_once_however_often_it_is_tried()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.LoseNextReply(FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Unknown>(await export.CommentAsync(ticket, "Seen **again**."));

        var posted = Assert.IsType<CommentOutcome.Posted>(await export.CommentAsync(ticket, "Seen **again**."));
        Assert.IsType<CommentOutcome.Posted>(await export.CommentAsync(ticket, "And again.", "c-2"));

        var stored = Assert.Single(linear.Tickets).Comments;
        Assert.Equal((2, stored[0].Id), (stored.Length, posted.CommentId));
        Assert.DoesNotContain("**again**", stored[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_that_names_another_comment_proves_nothing()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var ticket = await export.CreatedAsync();
        linear.RefuseNext(LinearHost.Error(200, "conflict on insert of Comment", "INPUT_ERROR", "invalid input", "Entity Comment with id 1 already exists."), FakeTrackerCallKind.Comment);

        Assert.Equal(FailureReason.Conflict, Assert.IsType<CommentOutcome.Unknown>(await export.CommentAsync(ticket)).Fault.Reason);
    }

    private static void Set(TicketTargetOptions target, string name, string? value)
    {
        if (value is not null)
        {
            target.Settings[name] = value;
        }
    }
}
