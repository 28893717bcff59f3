using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Providers;

namespace TicketExport.Testing;

public sealed class FakeTrackerTicketProviderTests
{
    [Fact]
    public async Task A_ticket_is_created_with_its_marker_inside_the_create_request()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);

        var created = Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());

        var ticket = Assert.Single(tracker.Tickets);
        Assert.Equal((await export.RequestAsync()).Keys.Marker.ToString(), ticket.Marker);
        Assert.Equal(("Fix checkout validation state", "high", "shop"), (ticket.Title, ticket.Priority, Assert.Single(ticket.Labels)));
        Assert.Contains("für alle Kunden", ticket.Body, StringComparison.Ordinal);
        Assert.Equal(
            new TicketReference { ProviderTicketId = "1", ExternalIssueId = "TCK-1", Url = new Uri(tracker.BaseAddress, "tickets/1") },
            created.Ticket);
        Assert.Equal((1, 0), (tracker.CreateCalls, tracker.FindCalls));
    }

    [Fact]
    [Trait("Fault", "F5")]
    public async Task A_reply_lost_after_the_commit_is_found_again_and_not_repeated()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.LoseNextReply();

        var first = await export.ExportAsync();
        var second = await export.ExportAsync();

        Assert.Equal("TCK-1", first.Ticket?.ExternalIssueId ?? second.Ticket?.ExternalIssueId);
        Assert.Equal(ExportOutcome.AlreadyExported, (await export.ExportAsync()).Outcome);
        Assert.Equal((1, 1), (tracker.CreateCalls, tracker.Tickets.Length));
    }

    [Fact]
    public async Task A_connection_cut_before_the_commit_is_unknown_and_its_absence_is_proven()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.DropBeforeCommit();

        Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync());
        Assert.True(Assert.IsType<FindOutcome.Absent>(await export.FindAsync()).Proven);
        Assert.Empty(tracker.Tickets);
    }

    [Theory]
    [InlineData(201, "{\"id\":", "application/json")]
    [InlineData(201, "", "application/json")]
    [InlineData(201, "{\"key\":\"TCK-1\"}", "application/json")]
    [InlineData(201, "{\"id\":{}}", "application/json")]
    [InlineData(201, "{\"id\":1e400}", "application/json")]
    [InlineData(201, "{\"id\":\"a\\r\\nb\"}", "application/json")]
    [InlineData(201, "{\"id\":\"\\ud800\"}", "application/json")]
    [InlineData(201, "null", "application/json")]
    [InlineData(204, "", "application/json")]
    [InlineData(202, "", "text/plain")]
    [InlineData(500, "oops", "text/plain")]
    [InlineData(503, "", "text/plain")]
    [Trait("Fault", "F24")]
    [Trait("Fault", "F25")]
    [Trait("Fault", "F26")]
    [Trait("Fault", "F27")]
    [Trait("Fault", "F28")]
    [Trait("Fault", "F31")]
    [Trait("Fault", "F33")]
    public async Task An_answer_that_cannot_be_read_is_unknown_and_the_ticket_is_found(int status, string body, string type)
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.AnswerNext(status, body, type);

        Assert.Equal(status, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.ResponseCode);
        Assert.Equal("TCK-1", Assert.Single(Assert.IsType<FindOutcome.Found>(await export.FindAsync()).Tickets).ExternalIssueId);
    }

    [Fact]
    [Trait("Fault", "F29")]
    public async Task A_sign_in_page_is_no_success_and_points_to_the_credentials()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.LoginPage();

        Assert.Equal(FailureReason.Authentication, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.Reason);
    }

    [Theory]
    [InlineData("https://evil.example.test/tickets/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:pw@127.0.0.1/tickets/1")]
    [Trait("Fault", "F53")]
    public async Task A_ticket_address_elsewhere_is_dropped_and_the_ticket_kept(string url)
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.AnswerNext(201, $"{{\"id\":\"1\",\"key\":\"TCK 1\",\"url\":\"{url}\"}}");

        Assert.Equal(new TicketReference { ProviderTicketId = "1" }, Assert.IsType<CreateOutcome.Created>(await export.CreateAsync()).Ticket);
    }

    [Theory]
    [InlineData(401, FailureReason.Authentication, "Credentials:token")]
    [InlineData(403, FailureReason.Permission, "Credentials:token")]
    [InlineData(404, FailureReason.NotFound, "BaseUrl")]
    [InlineData(422, FailureReason.Validation, null)]
    [InlineData(307, FailureReason.Redirected, "BaseUrl")]
    [Trait("Fault", "F35")]
    [Trait("Fault", "F36")]
    [Trait("Fault", "F37")]
    [Trait("Fault", "F42")]
    public async Task A_refusal_names_reason_code_and_setting(int status, FailureReason reason, string? setting)
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.RejectNext(status, "some_code");

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((reason, "some_code", setting, status), (fault.Reason, fault.ProviderErrorCode, fault.Setting, fault.ResponseCode!.Value));
        Assert.Empty(tracker.Tickets);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_by_the_tracker_itself()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var request = await export.RequestAsync() with { Credential = new TicketCredential([new("token", "wrong")]) };

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.Provider.CreateAsync(request, CancellationToken.None)).Fault;

        Assert.Equal((FailureReason.Authentication, "unauthorized"), (fault.Reason, fault.ProviderErrorCode));
    }

    [Fact]
    [Trait("Fault", "F164")]
    public async Task A_token_with_a_line_break_never_leaves()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var request = await export.RequestAsync() with { Credential = new TicketCredential([new("token", "canary\r\nX-Injected: 1")]) };

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.Provider.CreateAsync(request, CancellationToken.None)).Fault;

        Assert.Equal(FailureReason.Configuration, fault.Reason);
        Assert.DoesNotContain("canary", fault.Message + export.LogText, StringComparison.Ordinal);
        Assert.Equal(0, tracker.CreateCalls);
    }

    [Fact]
    public async Task A_title_that_is_missing_is_refused_with_the_name_of_the_field()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var request = await export.RequestAsync();
        request = request with { Document = request.Document with { Title = "" } };

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.Provider.CreateAsync(request, CancellationToken.None)).Fault;

        Assert.Contains("title", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F62")]
    public async Task A_rate_limit_gives_the_time_for_creates_and_look_ups()
    {
        var time = new FakeTimeProvider(new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero));
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker, time);
        tracker.RateLimitNext(TimeSpan.FromSeconds(1.5));
        tracker.RateLimitNext(TimeSpan.FromSeconds(30), FakeTrackerCallKind.Find);

        Assert.Equal(time.GetUtcNow().AddSeconds(2), Assert.IsType<CreateOutcome.RateLimited>(await export.CreateAsync()).Until);
        Assert.Equal(time.GetUtcNow().AddSeconds(30), Assert.IsType<FindOutcome.Failed>(await export.FindAsync()).Until);
    }

    [Fact]
    [Trait("Fault", "F61")]
    public async Task A_tracker_that_is_down_has_provably_got_nothing_and_keeps_its_address()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        await export.CreateAsync("1");
        var address = tracker.BaseAddress;
        await tracker.StopAsync();

        Assert.IsType<CreateOutcome.NotSent>(await export.CreateAsync("2"));
        Assert.IsType<FindOutcome.Failed>(await export.FindAsync("2"));

        await tracker.RestartAsync();
        Assert.Equal(address, tracker.BaseAddress);
        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync("2"));
        Assert.Equal(2, tracker.Tickets.Length);
    }

    [Fact]
    public async Task A_caller_that_leaves_a_held_create_gets_no_ticket()
    {
        using var cancel = new CancellationTokenSource();
        var held = new TaskCompletionSource();
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        tracker.HoldNext(held.Task);

        var create = export.CreateAsync(cancellationToken: cancel.Token);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(500));

        Assert.IsType<CreateOutcome.Unknown>(await create);
        Assert.Empty(tracker.Tickets);
        Assert.Equal(1, tracker.CreateCalls);
    }

    [Fact]
    public async Task Creates_are_counted_and_a_repeated_create_shows_as_a_second_ticket()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        await export.CreateAsync();
        await export.CreateAsync();

        Assert.Equal(["TCK-1", "TCK-2"], tracker.Tickets.Select(static ticket => ticket.Key));
        Assert.Equal(["TCK-1", "TCK-2"], Assert.IsType<FindOutcome.Found>(await export.FindAsync()).Tickets.Select(static ticket => ticket.ExternalIssueId));
        Assert.Equal(
            [FakeTrackerCallKind.Create, FakeTrackerCallKind.Create, FakeTrackerCallKind.Find],
            tracker.Calls.Select(static call => call.Kind));
    }

    [Fact]
    public void A_target_without_address_and_token_names_both()
    {
        using var services = new ServiceCollection().AddTicketExport().AddFakeTracker().Services.BuildServiceProvider();
        var rules = (ITargetRules)services.GetServices<ITicketProvider>().Single();

        var problems = rules.Check(new TicketTarget { Id = "x", ProviderKey = FakeTrackerDefaults.Key }, new TicketCredential([]));

        Assert.Equal(["BaseUrl", "Credentials:token"], problems.Select(static problem => problem.Setting));
    }

    private static TestExport Host(FakeTracker tracker, TimeProvider? time = null) =>
        new(builder => builder.AddFakeTracker(TestExport.TargetId, tracker), time);
}
