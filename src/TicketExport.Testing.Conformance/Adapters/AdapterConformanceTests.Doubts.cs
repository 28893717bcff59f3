using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    [Fact]
    public async Task A_lost_reply_is_found_again_and_never_repeated()
    {
        Tracker.LoseNextReply();

        AssertSettled(await SettleAsync(Host));
    }

    [Fact]
    public async Task A_request_cut_before_the_commit_ends_as_one_ticket_or_stays_unknown()
    {
        Tracker.DropBeforeCommit();

        var result = await SettleAsync(Host);

        if (Sheet.Guarantee is GuaranteeClass.NativeIdempotency or GuaranteeClass.ConsistentLookup)
        {
            Assert.Equal((true, 1), (result.HasTicket, Tracker.Tickets.Length));
        }
        else
        {
            Assert.Equal((ExportStatus.DeliveryUnknown, 1), (result.Status, Tracker.CreateCalls));
        }
    }

    [Fact]
    public async Task A_commit_within_the_settle_window_leads_to_one_ticket()
    {
        var commit = new TaskCompletionSource();
        Tracker.CommitNextLate(Sheet.SettleWindow > TimeSpan.Zero ? commit.Task : Task.CompletedTask);
        await Host.ExportAsync();
        if (Sheet.SettleWindow > TimeSpan.Zero)
        {
            _clock.Advance(Sheet.SettleWindow - TimeSpan.FromMilliseconds(1));
            commit.SetResult();
        }

        AssertSettled(await SettleAsync(Host));
    }

    [Fact]
    public async Task A_commit_after_the_look_up_never_leads_to_a_second_ticket()
    {
        // Class B trusts its look-up once the tracker's longest server time is over: its sheet says that nothing commits later.
        if (!Applies() || Sheet.Guarantee == GuaranteeClass.ConsistentLookup)
        {
            return;
        }

        var commit = new TaskCompletionSource();
        Tracker.CommitNextLate(commit.Task);
        await SettleAsync(Host);

        commit.SetResult();
        await SettleAsync(Host);

        Assert.Single(Tracker.Tickets);
    }

    [Fact]
    public async Task An_index_that_lags_within_the_settle_window_hides_nothing()
    {
        Tracker.IndexLag = Sheet.SettleWindow;
        Tracker.LoseNextReply();

        AssertSettled(await SettleAsync(Host));
    }

    [Fact]
    public async Task An_index_that_lags_beyond_the_settle_window_never_leads_to_a_second_ticket()
    {
        if (!Applies() || Sheet.Guarantee == GuaranteeClass.ConsistentLookup)
        {
            return;
        }

        Tracker.IndexLag = TimeSpan.FromDays(365);
        Tracker.LoseNextReply();

        var result = await SettleAsync(Host);

        Assert.Single(Tracker.Tickets);
        Assert.Equal(Sheet.Guarantee == GuaranteeClass.NativeIdempotency ? ExportStatus.Exported : ExportStatus.DeliveryUnknown, result.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task An_answer_that_cannot_be_read_is_unknown(int garbage)
    {
        Tracker.AnswerNext(NewGarbage(garbage));

        Assert.IsType<CreateOutcome.Unknown>(await Host.CreateAsync());
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_never_leads_to_a_second_ticket()
    {
        for (var garbage = 0; garbage < 8; garbage++)
        {
            Tracker.AnswerNext(NewGarbage(garbage));
            AssertSettled(await SettleAsync(Host, AdapterDocuments.Of($"finding-{garbage}")), tickets: garbage + 1);
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_failure_of_the_server_is_unknown(int status)
    {
        Tracker.AnswerNext(FakeHttpReply.Text(status, "oops", "text/plain"));

        var unknown = Assert.IsType<CreateOutcome.Unknown>(await Host.CreateAsync());

        Assert.Equal(status, unknown.Fault.ResponseCode);
        Assert.Single(Tracker.Tickets);
    }

    [Fact]
    public async Task A_failure_of_the_server_after_the_commit_never_leads_to_a_second_ticket()
    {
        Tracker.AnswerNext(FakeHttpReply.Text(500, "oops", "text/plain"));

        AssertSettled(await SettleAsync(Host));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_unknown()
    {
        using var cancel = new CancellationTokenSource();
        Tracker.SlowBody(new TaskCompletionSource().Task);

        var sending = Host.CreateAsync(cancellationToken: cancel.Token);
        await Tracker.WhenArrivedAsync().WaitAsync(Patience);
        await Tracker.StopAsync();

        Assert.IsType<CreateOutcome.Unknown>(await sending.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_sign_in_page_is_no_ticket_and_points_to_the_credentials()
    {
        Tracker.LoginPage();

        var fault = FaultOf(await Host.CreateAsync());

        Assert.Equal(FailureReason.Authentication, fault.Reason);
        Assert.StartsWith("Credentials:", fault.Setting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_proves_that_nothing_was_sent()
    {
        await Tracker.StopAsync();
        Assert.IsType<CreateOutcome.NotSent>(await Host.CreateAsync());

        await Tracker.RestartAsync();
        Assert.IsType<CreateOutcome.Created>(await Host.CreateAsync());
        Assert.Single(Tracker.Tickets);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_leaves_sends_nothing()
    {
        Assert.IsType<CreateOutcome.NotSent>(await Host.CreateAsync(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(0, Tracker.CreateCalls);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_after_it_left_is_unknown()
    {
        using var cancel = new CancellationTokenSource();
        Tracker.HoldNext(new TaskCompletionSource().Task);

        var sending = Host.CreateAsync(cancellationToken: cancel.Token);
        await Tracker.WhenArrivedAsync().WaitAsync(Patience);
        await cancel.CancelAsync();

        Assert.IsType<CreateOutcome.Unknown>(await sending.WaitAsync(Patience));
    }

    /// <summary>After a doubt about a ticket that exists: it is known, or where the class allows no proof, the outcome stays unknown; never another one.</summary>
    private void AssertSettled(ExportResult result, int tickets = 1)
    {
        Assert.Equal(tickets, Tracker.Tickets.Length);
        if (Sheet.Guarantee == GuaranteeClass.NoLookup)
        {
            Assert.Equal((ExportStatus.DeliveryUnknown, tickets), (result.Status, Tracker.CreateCalls));
            return;
        }

        Assert.Equal(ExportStatus.Exported, result.Status);
        Assert.Equal(Tracker.Tickets[^1], Fixture.TicketOf(result.Ticket!));
        Assert.True(Sheet.Guarantee == GuaranteeClass.NativeIdempotency || Tracker.CreateCalls == tickets, "A create was repeated.");
    }
}
