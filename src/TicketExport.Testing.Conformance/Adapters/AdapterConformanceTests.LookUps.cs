using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    // Answers to a read that say nothing about what was asked for; none that a client sends again by itself.
    private static readonly FakeHttpReply[] BadAnswers =
    [
        FakeHttpReply.Text(400, "{}", "application/json"),
        FakeHttpReply.Text(401, "{}", "application/json"),
        FakeHttpReply.Text(403, "{}", "application/json"),
        FakeHttpReply.Text(404, "{}", "application/json"),
        FakeHttpReply.Text(422, "{}", "application/json"),
        FakeHttpReply.Text(500, "{}", "application/json"),
        FakeHttpReply.Text(501, "oops", "text/plain"),
        FakeHttpReply.Text(200, "<!doctype html><title>Sign in</title>", "text/html"),
        FakeHttpReply.Text(200, "{\"total\":", "application/json"),
        FakeHttpReply.Text(200, "{}", "application/json"),
        FakeHttpReply.Text(200, "7", "application/json"),
        FakeHttpReply.Text(200, "ok", "text/plain"),
    ];

    [Fact]
    public async Task A_look_up_before_any_ticket_answers_as_the_guarantee_class_promises()
    {
        var found = await Host.FindAsync();

        switch (Sheet.Guarantee)
        {
            case GuaranteeClass.NativeIdempotency:
                Assert.True(found is FindOutcome.Repeatable or FindOutcome.Absent, $"{found}");
                break;
            default:
                Assert.Equal(Sheet.Guarantee == GuaranteeClass.ConsistentLookup, Assert.IsType<FindOutcome.Absent>(found).Proven);
                break;
        }
    }

    [Fact]
    public async Task A_look_up_after_a_create_answers_as_the_guarantee_class_promises()
    {
        var ticket = await CreatedAsync();

        var found = await Host.FindAsync();

        switch (Sheet.Guarantee)
        {
            case GuaranteeClass.NativeIdempotency when found is FindOutcome.Repeatable:
                break;
            case GuaranteeClass.NoLookup:
                Assert.False(Assert.IsType<FindOutcome.Absent>(found).Proven);
                break;
            default:
                Assert.Equal(ticket, Assert.Single(Assert.IsType<FindOutcome.Found>(found).Tickets));
                break;
        }
    }

    [Fact]
    public async Task A_create_that_may_be_repeated_gives_the_same_ticket()
    {
        if (!Applies() || Sheet.Guarantee != GuaranteeClass.NativeIdempotency)
        {
            return;
        }

        var first = await CreatedAsync();
        var second = await CreatedAsync();

        Assert.Equal(first.ProviderTicketId, second.ProviderTicketId);
        Assert.Single(Tracker.Tickets);
    }

    [Fact]
    public async Task A_look_up_tells_the_tickets_of_different_documents_apart()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        var first = await CreatedAsync(AdapterDocuments.Of("1"));
        var second = await CreatedAsync(AdapterDocuments.Of("2"));

        Assert.Equal(first, Assert.Single(Assert.IsType<FindOutcome.Found>(await Host.FindAsync(AdapterDocuments.Of("1"))).Tickets));
        Assert.Equal(second, Assert.Single(Assert.IsType<FindOutcome.Found>(await Host.FindAsync(AdapterDocuments.Of("2"))).Tickets));
        Assert.IsType<FindOutcome.Absent>(await Host.FindAsync(AdapterDocuments.Of("3")));
    }

    [Fact]
    public async Task A_ticket_is_found_behind_a_hundred_newer_ones()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        var ticket = await CreatedAsync();
        for (var n = 0; n < 105; n++)
        {
            await CreatedAsync(AdapterDocuments.Of($"other-{n}"));
        }

        Assert.Equal(ticket, Assert.Single(Assert.IsType<FindOutcome.Found>(await Host.FindAsync()).Tickets));
    }

    [Fact]
    public async Task A_marker_that_somebody_wrote_into_a_text_is_not_taken_for_a_ticket()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        var marker = (await Host.RequestAsync(AdapterDocuments.Of("victim"))).Keys.Marker.ToString();
        await CreatedAsync(AdapterDocuments.Of("1") with { Title = marker, Summary = $"{marker} <!-- {marker} --> `{marker}`\n\n{marker}" });

        Assert.IsType<FindOutcome.Absent>(await Host.FindAsync(AdapterDocuments.Of("victim")));
    }

    [Fact]
    public async Task A_look_up_that_fails_never_says_absent()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        foreach (var reply in BadAnswers)
        {
            Tracker.RefuseNext(reply, FakeTrackerCallKind.Find);
            Assert.NotEmpty(Assert.IsType<FindOutcome.Failed>(await Host.FindAsync()).Fault.Message);
        }

        await Tracker.StopAsync();
        Assert.NotEmpty(Assert.IsType<FindOutcome.Failed>(await Host.FindAsync()).Fault.Message);
    }

    [Fact]
    public async Task A_look_up_that_is_told_to_wait_says_until_when()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        Tracker.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Find);

        AssertAbout(TimeSpan.FromSeconds(90), Assert.IsType<FindOutcome.Failed>(await Host.FindAsync()).Until);
    }

    [Fact]
    public async Task A_look_up_changes_nothing()
    {
        await CreatedAsync();
        var before = Tracker.Tickets;

        await Host.FindAsync();
        await Host.FindAsync(AdapterDocuments.Of("other"));

        Assert.Equal<FakeTicket>(before, Tracker.Tickets);
    }

    private void AssertAbout(TimeSpan wait, DateTimeOffset? until)
    {
        var instant = Assert.NotNull(until) - _clock.GetUtcNow();
        Assert.InRange(instant, wait - TimeSpan.FromSeconds(1), wait + TimeSpan.FromSeconds(2));
    }
}
