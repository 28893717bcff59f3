using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_refusal_gives_its_reason_its_status_and_what_to_change(int status)
    {
        Tracker.RejectNext(status, "conformance_code");

        var outcome = await Host.CreateAsync();

        if (Fixture.ReasonOf(status) is not { } reason)
        {
            Assert.IsType<CreateOutcome.Unknown>(outcome);
            return;
        }

        var fault = Assert.IsType<CreateOutcome.Rejected>(outcome).Fault;
        Assert.Equal(reason, fault.Reason);
        Assert.NotNull(fault.ResponseCode);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        if (reason is FailureReason.Authentication or FailureReason.Permission or FailureReason.NotFound)
        {
            Assert.Matches("^(BaseUrl|(Settings|Credentials):.+)$", fault.Setting);
        }

        Assert.Empty(Tracker.Tickets);
    }

    [Fact]
    public async Task A_conflict_is_no_ticket_and_never_leads_to_two()
    {
        Tracker.RejectNext(409, "conformance_code");

        Assert.True(await Host.CreateAsync() is CreateOutcome.Unknown or CreateOutcome.Rejected, "A conflict was taken for something else.");

        await SettleAsync(Host);
        Assert.True(Tracker.Tickets.Length <= 1, "There are two tickets.");
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_by_the_tracker_and_named()
    {
        Host.Targets.EditCredential = _ => new TicketCredential(Host.Secrets().Select(static secret => new KeyValuePair<string, string>(secret.Key, "wrong-one")));

        var fault = Assert.IsType<CreateOutcome.Rejected>(await Host.CreateAsync()).Fault;

        Assert.True(fault.Reason is FailureReason.Authentication or FailureReason.Configuration, $"{fault.Reason}");
        Assert.StartsWith("Credentials:", fault.Setting, StringComparison.Ordinal);
        Assert.Empty(Tracker.Tickets);
    }

    [Fact]
    public async Task A_refusal_reaches_the_caller_with_code_next_step_and_setting_and_is_not_repeated()
    {
        Tracker.RejectNext(401, "conformance_code");

        var failure = Assert.IsType<ExportFailure>((await Host.ExportAsync()).Failure);

        Assert.Equal((ExportCodes.ProviderAuthFailed, NextStep.FixSettings), (failure.Code, failure.NextStep));
        Assert.StartsWith($"TicketExport:Targets:{AdapterHost.TargetId}:Credentials:", failure.Setting, StringComparison.Ordinal);
        Assert.Equal(1, Tracker.CreateCalls);
    }

    [Fact]
    public async Task A_limit_on_requests_gives_the_time_to_wait_and_pauses_the_target()
    {
        Tracker.RateLimitNext(TimeSpan.FromSeconds(90));
        AssertAbout(TimeSpan.FromSeconds(90), Assert.IsType<CreateOutcome.RateLimited>(await Host.CreateAsync()).Until);
        Assert.Empty(Tracker.Tickets);

        Tracker.RateLimitNext(TimeSpan.FromSeconds(90));
        AssertAbout(TimeSpan.FromSeconds(90), (await Host.ExportAsync()).RetryAt);
        await Host.ExportAsync(AdapterDocuments.Of("other"));
        Assert.Equal(2, Tracker.CreateCalls);

        _clock.Advance(TimeSpan.FromSeconds(93));
        Assert.Equal(ExportOutcome.Created, (await Host.ExportAsync(AdapterDocuments.Of("other"))).Outcome);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_nothing_reaches_its_target(int status)
    {
        await using var elsewhere = await FakeTracker.StartAsync();
        Tracker.RefuseNext(FakeHttpReply.Empty(status).With("Location", elsewhere.BaseAddress.AbsoluteUri));

        var fault = Assert.IsType<CreateOutcome.Rejected>(await Host.CreateAsync()).Fault;

        Assert.Equal((FailureReason.Redirected, "BaseUrl", (int?)status), (fault.Reason, fault.Setting, fault.ResponseCode));
        Assert.Empty(elsewhere.Exchanges);
        Assert.Empty(Tracker.Tickets);
    }

    [Fact]
    public async Task A_redirected_look_up_takes_no_credentials_to_another_origin()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        await using var elsewhere = await FakeTracker.StartAsync();
        Tracker.RefuseNext(FakeHttpReply.Empty(302).With("Location", elsewhere.BaseAddress.AbsoluteUri), FakeTrackerCallKind.Find);

        Assert.IsType<FindOutcome.Failed>(await Host.FindAsync());
        Assert.Empty(elsewhere.Exchanges);
    }

    [Fact]
    public async Task A_next_page_at_another_origin_gets_no_credentials()
    {
        if (!RequiresLookUp())
        {
            return;
        }

        await using var elsewhere = await FakeTracker.StartAsync();
        var next = elsewhere.BaseAddress.AbsoluteUri;
        Tracker.AnswerNext(
            FakeHttpReply.Text(200, $"{{\"next\":\"{next}\",\"nextPage\":\"{next}\"}}", "application/json").With("Link", $"<{next}>; rel=\"next\""),
            FakeTrackerCallKind.Find);
        await Host.FindAsync();
        Tracker.AnswerNext(FakeHttpReply.Text(200, "[]", "application/json").With("Link", $"<{next}>; rel=\"next\""), FakeTrackerCallKind.Find);
        await Host.FindAsync();

        Assert.Empty(elsewhere.Exchanges);
    }
}
