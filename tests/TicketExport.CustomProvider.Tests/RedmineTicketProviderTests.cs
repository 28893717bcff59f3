using Microsoft.Extensions.Options;
using TicketExport;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Testing;

namespace CustomProvider;

/// <summary>What is special about Redmine; what holds for every adapter is in the conformance suite.</summary>
public sealed class RedmineTicketProviderTests
{
    [Fact]
    public async Task A_ticket_has_its_fields_and_the_marker_as_the_last_line()
    {
        await using var stage = await RedmineStage.StartAsync(static target =>
        {
            target.Settings["priority.high"] = "4";
            target.Settings["tracker_id"] = "1";
        });
        var request = await stage.RequestAsync();

        var ticket = Assert.IsType<CreateOutcome.Created>(await stage.Provider.CreateAsync(request, CancellationToken.None)).Ticket;

        var stored = Assert.Single(stage.Redmine.Tickets);
        Assert.Equal(("1", new Uri(stage.Redmine.BaseAddress, "issues/1")), (ticket.ProviderTicketId, ticket.Url));
        Assert.Equal(("Login page reflects its query", "4"), (stored.Title, stored.Priority));
        Assert.EndsWith($"`{request.Keys.Marker}`\n", stored.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_the_filter_on_the_description()
    {
        await using var stage = await RedmineStage.StartAsync();
        stage.Redmine.LoseNextReply();
        var request = new ExportRequest { Account = RedmineStage.Account, TargetId = "tracker", Document = RedmineStage.Document() };

        var first = await stage.Exporter.ExportAsync(request);
        stage.Time.Advance(TimeSpan.FromMinutes(2));
        var second = await stage.Exporter.ExportAsync(request);

        Assert.False(first.HasTicket);
        Assert.True(second.HasTicket, second.ToString());
        Assert.Equal(1, stage.Redmine.CreateCalls);
    }

    [Fact]
    public async Task A_Redmine_that_leaves_the_filter_out_proves_nothing()
    {
        await using var stage = await RedmineStage.StartAsync();
        stage.Redmine.FiltersDescriptions = false;
        await stage.CreateAsync(RedmineStage.Document() with { Source = RedmineStage.Document().Source with { Fingerprint = "another" } });

        var failed = Assert.IsType<FindOutcome.Failed>(await stage.FindAsync());

        Assert.Equal(FailureReason.Configuration, failed.Fault.Reason);
    }

    [Fact]
    public async Task A_key_that_is_nobodys_proves_no_absence()
    {
        await using var stage = await RedmineStage.StartAsync(static target => target.Credentials["api_key"] = "revoked");

        var failed = Assert.IsType<FindOutcome.Failed>(await stage.FindAsync());

        Assert.Equal((FailureReason.Authentication, "Credentials:api_key"), (failed.Fault.Reason, failed.Fault.Setting));
        Assert.Equal(0, stage.Redmine.FindCalls);
    }

    [Fact]
    public async Task A_step_that_the_workflow_forbids_is_refused_although_Redmine_answers_that_it_was_taken()
    {
        await using var stage = await RedmineStage.StartAsync();
        stage.Redmine.AllowsStatusChanges = false;

        var refused = Assert.IsType<ChangeOutcome.Rejected>(await stage.CloseAsync(await stage.CreateAsync()));

        Assert.Equal((FailureReason.Permission, "Settings:closed_status_id"), (refused.Fault.Reason, refused.Fault.Setting));
    }

    [Theory]
    [InlineData(null, "Closed")]
    [InlineData("6", "Rejected")]
    public async Task A_ticket_is_closed_by_the_first_closed_status_or_the_one_that_is_set(string? setting, string status)
    {
        await using var stage = await RedmineStage.StartAsync(target =>
        {
            if (setting is not null)
            {
                target.Settings["closed_status_id"] = setting;
            }
        });

        Assert.IsType<ChangeOutcome.Changed>(await stage.CloseAsync(await stage.CreateAsync()));

        Assert.Equal(status, stage.Redmine.Tickets[0].Status);
    }

    [Fact]
    public async Task In_progress_is_what_the_setting_names()
    {
        await using var stage = await RedmineStage.StartAsync(static target => target.Settings["status.in progress"] = "in_progress");
        var ticket = await stage.CreateAsync();
        stage.Redmine.SetStatus(ticket.ProviderTicketId, 2);

        var read = Assert.IsType<ReadOutcome.Read>(await stage.ReadAsync(ticket)).Ticket;

        Assert.Equal(("In Progress", ProviderStatus.InProgress), (read.RawStatus, read.Status));
    }

    [Fact]
    public async Task A_comment_whose_answer_was_lost_is_found_by_its_stamp_and_not_written_twice()
    {
        await using var stage = await RedmineStage.StartAsync();
        var ticket = await stage.CreateAsync();
        stage.Redmine.LoseNextReply(FakeTrackerCallKind.Comment);

        Assert.IsType<CommentOutcome.Unknown>(await stage.CommentAsync(ticket, "Seen again."));
        var posted = Assert.IsType<CommentOutcome.Posted>(await stage.CommentAsync(ticket, "Seen again."));

        Assert.Equal(Assert.Single(stage.Redmine.Tickets[0].Comments).Id, posted.CommentId);
    }

    [Fact]
    public async Task Wiki_links_and_macros_in_a_finding_stay_text()
    {
        await using var stage = await RedmineStage.StartAsync();

        await stage.CreateAsync(RedmineStage.Document(summary: "See [[Start]] and {{include(Start)}} and {{{{x."));

        var body = stage.Redmine.Tickets[0].Body.Replace("\\", "", StringComparison.Ordinal);
        Assert.DoesNotContain("[[", body, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", body, StringComparison.Ordinal);
        Assert.Contains("Start", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_named_all_at_once()
    {
        await using var stage = await RedmineStage.StartAsync(static target =>
        {
            target.Settings["project"] = " ";
            target.Settings["tracker_id"] = "Bug";
            target.Settings["private_notes"] = "maybe";
            target.Credentials["api_key"] = "";
        });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => stage.RequestAsync());

        Assert.All(
            ["Credentials:api_key", "Settings:private_notes", "Settings:project", "Settings:tracker_id"],
            setting => Assert.Single(refused.Failures, failure => failure.Contains(setting, StringComparison.Ordinal)));
    }
}
