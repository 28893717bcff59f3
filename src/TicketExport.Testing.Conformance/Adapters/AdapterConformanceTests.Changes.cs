using TicketExport.Contract;
using TicketExport.Providers;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    [Fact]
    public async Task An_update_brings_the_newer_text_and_may_be_repeated()
    {
        if (!Requires<IUpdateProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        for (var round = 0; round < 2; round++)
        {
            var changed = Assert.IsType<ChangeOutcome.Changed>(await Host.UpdateAsync(ticket, Newer)).Ticket;
            Assert.Equal(ticket.ProviderTicketId, changed.ProviderTicketId);
        }

        var stored = Fixture.TicketOf(ticket);
        Assert.Equal(Newer.Title, stored.Title);
        Assert.Contains("whole basket", stored.Body, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Tracker.CreateCalls, Tracker.Tickets.Length));
    }

    [Fact]
    public async Task An_update_keeps_the_marker()
    {
        if (!Requires<IUpdateProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Assert.IsType<ChangeOutcome.Changed>(await Host.UpdateAsync(ticket, Newer));

        await AssertStillFoundAsync(ticket);
    }

    [Fact]
    public async Task The_marker_survives_a_person_who_edits_the_body()
    {
        if (!RequiresLookUp() || !Requires<IUpdateProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.EditBody(ticket.ProviderTicketId, "A person added this line.");
        await AssertStillFoundAsync(ticket);

        Assert.IsType<ChangeOutcome.Changed>(await Host.UpdateAsync(ticket, Newer));
        await AssertStillFoundAsync(ticket);
    }

    [Fact]
    public async Task An_update_keeps_the_status_and_what_people_said()
    {
        if (!Requires<IUpdateProvider>(out _) || !Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.SetStatus(ticket.ProviderTicketId, ProviderStatus.Done);
        Fixture.Comment(ticket.ProviderTicketId, "A person said this.");

        Assert.IsType<ChangeOutcome.Changed>(await Host.UpdateAsync(ticket, Newer));

        await AssertStatusAsync(ticket, ProviderStatus.Done);
        Assert.Contains("A person said this.", Assert.Single(Fixture.TicketOf(ticket).Comments).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_closed_and_closing_it_again_changes_nothing()
    {
        if (!Requires<ICloseProvider>(out _) || !Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(ticket.ProviderTicketId, Assert.IsType<ChangeOutcome.Changed>(await Host.CloseAsync(ticket)).Ticket.ProviderTicketId);
            await AssertStatusAsync(ticket, ProviderStatus.Done);
        }
    }

    [Fact]
    public async Task A_closed_ticket_is_reopened_and_reopening_it_again_changes_nothing()
    {
        if (!Requires<IReopenProvider>(out _) || !Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.SetStatus(ticket.ProviderTicketId, ProviderStatus.Done);
        for (var round = 0; round < 2; round++)
        {
            Assert.IsType<ChangeOutcome.Changed>(await Host.ReopenAsync(ticket));
            var read = Assert.IsType<ReadOutcome.Read>(await Host.ReadAsync(ticket)).Ticket;
            Assert.True(read.Status is ProviderStatus.Open or ProviderStatus.InProgress, $"The ticket is {read.Status}.");
        }
    }

    [Fact]
    public async Task Changes_tell_missing_refused_unsent_and_unknown_apart()
    {
        foreach (var (kind, change) in ChangesOf(Host))
        {
            var ticket = await CreatedAsync(AdapterDocuments.Of($"finding-{kind}"));
            Tracker.RefuseNext(FakeHttpReply.Text(403, "{}", "application/json"), kind);
            Assert.IsType<ChangeOutcome.Rejected>(await change(ticket));
            Tracker.RefuseNext(FakeHttpReply.Text(422, "{}", "application/json"), kind);
            Assert.IsType<ChangeOutcome.Rejected>(await change(ticket));
            Tracker.RateLimitNext(TimeSpan.FromSeconds(90), kind);
            AssertAbout(TimeSpan.FromSeconds(90), Assert.IsType<ChangeOutcome.RateLimited>(await change(ticket)).Until);
            await Tracker.StopAsync();
            Assert.IsType<ChangeOutcome.NotSent>(await change(ticket));
            await Tracker.RestartAsync();
            Tracker.LoseNextReply(kind);
            Assert.IsType<ChangeOutcome.Unknown>(await change(ticket));
        }
    }

    [Fact]
    public async Task A_change_of_a_deleted_ticket_is_missing_and_makes_no_new_one()
    {
        foreach (var (kind, change) in Applies() ? ChangesOf(Host) : [])
        {
            var ticket = await CreatedAsync(AdapterDocuments.Of($"finding-{kind}"));
            Fixture.Delete(ticket.ProviderTicketId);
            var creates = Tracker.CreateCalls;

            Assert.IsType<ChangeOutcome.Missing>(await change(ticket));
            Assert.Equal(creates, Tracker.CreateCalls);
        }
    }

    [Fact]
    public async Task A_change_whose_answer_cannot_be_read_is_never_reported_as_refused()
    {
        foreach (var (kind, change) in Applies() ? ChangesOf(Host) : [])
        {
            var ticket = await CreatedAsync(AdapterDocuments.Of($"finding-{kind}"));
            Tracker.AnswerNext(FakeHttpReply.Text(200, "{\"id\":", "application/json"), kind);
            Assert.True(await change(ticket) is ChangeOutcome.Unknown or ChangeOutcome.Changed, $"{kind}");
            Tracker.AnswerNext(FakeHttpReply.Text(500, "oops", "text/plain"), kind);
            var calls = Tracker.CallsOf(kind);
            var second = await change(ticket);

            // An adapter that reads first has seen that the change stands, and sends nothing.
            Assert.True(Tracker.CallsOf(kind) == calls ? second is ChangeOutcome.Changed : second is ChangeOutcome.Unknown, $"{kind}");
        }
    }

    [Fact]
    public async Task A_comment_is_posted_once_with_its_text_and_its_id()
    {
        if (!Requires<ICommentProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();

        var posted = Assert.IsType<CommentOutcome.Posted>(await Host.CommentAsync(ticket, "Seen again on Monday."));

        var comment = Assert.Single(Fixture.TicketOf(ticket).Comments);
        Assert.Equal(comment.Id, posted.CommentId);
        Assert.Contains("Seen again on Monday", comment.Text, StringComparison.Ordinal);
        Assert.Equal(1, Tracker.CallsOf(FakeTrackerCallKind.Comment));
    }

    [Fact]
    public async Task A_comment_that_was_refused_and_one_that_may_stand_are_told_apart()
    {
        if (!Requires<ICommentProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Tracker.RefuseNext(FakeHttpReply.Text(403, "{}", "application/json"), FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Rejected>(await Host.CommentAsync(ticket, "Seen."));
        Tracker.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Comment);
        AssertAbout(TimeSpan.FromSeconds(90), Assert.IsType<CommentOutcome.Rejected>(await Host.CommentAsync(ticket, "Seen.")).Until);

        // Each with an id of its own: an adapter may know a comment again that stands.
        Tracker.LoseNextReply(FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Unknown>(await Host.CommentAsync(ticket, "Seen.", "comment-2"));
        Tracker.AnswerNext(FakeHttpReply.Text(201, "{", "application/json"), FakeTrackerCallKind.Comment);
        AssertStandsOrUnknown(ticket, await Host.CommentAsync(ticket, "Seen.", "comment-3"));
        Tracker.AnswerNext(FakeHttpReply.Text(502, "oops", "text/plain"), FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Unknown>(await Host.CommentAsync(ticket, "Seen.", "comment-4"));
    }

    [Fact]
    public async Task A_comment_that_is_added_again_stands_once_where_the_sheet_says_so()
    {
        if (!Requires<ICommentProvider>(out _) || !Sheet.RepeatsComments)
        {
            return;
        }

        var ticket = await CreatedAsync();
        Tracker.LoseNextReply(FakeTrackerCallKind.Comment);
        Assert.IsType<CommentOutcome.Unknown>(await Host.CommentAsync(ticket, "Seen again."));

        var again = Assert.IsType<CommentOutcome.Posted>(await Host.CommentAsync(ticket, "Seen again."));
        var third = Assert.IsType<CommentOutcome.Posted>(await Host.CommentAsync(ticket, "Seen again."));

        Assert.Equal(Assert.Single(Fixture.TicketOf(ticket).Comments).Id, again.CommentId);
        Assert.Equal(again.CommentId, third.CommentId);
    }

    // An adapter whose tracker answers without a body reads the comment back, and then knows that it stands.
    private void AssertStandsOrUnknown(TicketReference ticket, CommentOutcome outcome)
    {
        if (outcome is CommentOutcome.Posted posted)
        {
            Assert.Contains(Fixture.TicketOf(ticket).Comments, comment => comment.Id == posted.CommentId);
            return;
        }

        Assert.IsType<CommentOutcome.Unknown>(outcome);
    }

    private static TicketExportDocument Newer => AdapterDocuments.Of() with { Title = "Checkout form drops everything", Summary = "The whole basket is gone." };

    private IEnumerable<(FakeTrackerCallKind Kind, Func<TicketReference, Task<ChangeOutcome>> Change)> ChangesOf(AdapterHost host)
    {
        if (Fixture.Abilities.Contains(typeof(IUpdateProvider)))
        {
            yield return (FakeTrackerCallKind.Update, ticket => host.UpdateAsync(ticket, Newer));
        }

        if (Fixture.Abilities.Contains(typeof(ICloseProvider)))
        {
            yield return (FakeTrackerCallKind.Close, host.CloseAsync);
        }

        if (Fixture.Abilities.Contains(typeof(IReopenProvider)))
        {
            yield return (FakeTrackerCallKind.Reopen, async ticket =>
            {
                Fixture.SetStatus(ticket.ProviderTicketId, ProviderStatus.Done);
                return await host.ReopenAsync(ticket);
            }
            );
        }
    }

    private async Task AssertStillFoundAsync(TicketReference ticket)
    {
        var found = await Host.FindAsync();
        Assert.True(
            found is FindOutcome.Repeatable || Sheet.Guarantee == GuaranteeClass.NoLookup
            || found is FindOutcome.Found { Tickets: [var only] } && only.ProviderTicketId == ticket.ProviderTicketId,
            "The ticket is no longer found by its marker.");
    }
}
