using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Testing;

namespace TicketExport.Providers.Linear;

public sealed class LinearTicketProviderTests
{
    [Fact]
    public async Task An_issue_is_created_with_a_chosen_id_and_its_marker_in_one_request()
    {
        await using var linear = await FakeLinear.StartAsync();
        linear.AddLabel("shop");
        await using var export = LinearHost.Of(linear);

        var created = Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());

        var ticket = Assert.Single(linear.Tickets);
        var marker = (await export.RequestAsync()).Keys.Marker.Value;
        Assert.Equal((ticket.Id, "ENG-1", ticket.Url), (created.Ticket.ProviderTicketId, created.Ticket.ExternalIssueId, created.Ticket.Url));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", ticket.Id);
        Assert.Equal((marker, "2", "shop"), (ticket.Marker, ticket.Priority, Assert.Single(ticket.Labels)));
        Assert.EndsWith($"\n\n`{marker}`\n", ticket.Body, StringComparison.Ordinal);
        Assert.Contains("für alle Kunden", ticket.Body, StringComparison.Ordinal);
        Assert.Equal((1, 0), (linear.CreateCalls, linear.FindCalls));
        Assert.Null(created.FollowUpFault);
    }

    [Fact]
    [Trait("Behaviour", "S82")]
    public async Task A_second_create_is_told_by_its_conflict_and_gives_the_first_issue()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);

        var first = await export.CreatedAsync();
        var second = await export.CreatedAsync();

        Assert.Equal(first, second);
        Assert.Single(linear.Tickets);
        Assert.Equal((2, 1), (linear.CreateCalls, linear.FindCalls));
    }

    [Fact]
    public async Task A_conflict_about_something_else_is_no_ticket()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.RefuseNext(LinearHost.Error(200, "Conflict on insert of DocumentContent", "INPUT_ERROR", "invalid input", "Entity DocumentContent already exists."));

        Assert.Equal(FailureReason.Conflict, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.Reason);
        Assert.IsType<FindOutcome.Repeatable>(await export.FindAsync());
    }

    [Fact]
    public async Task A_conflict_is_believed_when_people_took_the_marker_out_and_not_when_another_is_there()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var created = await export.CreatedAsync();
        linear.EditBody("ENG-1", "Rewritten by a person.");
        Assert.Equal(created, await export.CreatedAsync());

        linear.EditBody("ENG-1", (await export.RequestAsync("43")).Keys.Marker.Value);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;
        Assert.Equal((FailureReason.Conflict, LinearErrorCodes.MarkerDiffers), (fault.Reason, fault.ProviderErrorCode));
    }

    [Fact]
    public async Task A_conflict_with_an_issue_that_is_hidden_is_no_success()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        await export.CreatedAsync();
        linear.ForbidTicket("ENG-1");

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.Conflict, LinearErrorCodes.IssueHidden, "Credentials:api_key"), (fault.Reason, fault.ProviderErrorCode, fault.Setting));
    }

    [Fact]
    public async Task A_conflict_that_cannot_be_read_back_now_stays_unknown()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        await export.CreatedAsync();
        linear.RefuseNext(FakeHttpReply.Text(503, "busy", "text/plain"), FakeTrackerCallKind.Find);

        Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync());
    }

    [Fact]
    [Trait("Fault", "F5")]
    public async Task A_reply_lost_after_the_commit_is_found_again_through_the_whole_engine()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var linear = await FakeLinear.StartAsync(new FakeLinearOptions { TimeProvider = time });
        await using var export = LinearHost.Of(linear, time: time);
        linear.LoseNextReply();

        var result = await export.ExportAsync();

        Assert.Equal("ENG-1", result.Ticket?.ExternalIssueId);
        Assert.Equal((1, 1), (linear.CreateCalls, linear.Tickets.Length));
    }

    [Fact]
    public async Task A_commit_that_comes_after_the_look_up_makes_no_second_issue()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var linear = await FakeLinear.StartAsync(new FakeLinearOptions { TimeProvider = time });
        await using var export = LinearHost.Of(linear, time: time);
        var commit = new TaskCompletionSource();
        linear.CommitNextLate(commit.Task);

        var result = await export.ExportAsync();
        for (var round = 0; round < 10 && result.Ticket is null; round++)
        {
            time.Advance(TimeSpan.FromMinutes(10));
            result = await export.ExportAsync();
        }

        commit.SetResult();
        Assert.Equal("ENG-1", result.Ticket?.ExternalIssueId);
        Assert.Single(linear.Tickets);
    }

    [Fact]
    [Trait("Fault", "F30")]
    public async Task An_answer_with_errors_beside_the_created_issue_is_a_created_issue()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var id = (await export.CreatedAsync()).ProviderTicketId;
        linear.AnswerNext(FakeHttpReply.Text(
            200,
            """{"data":{"issueCreate":{"success":true,"issue":{"id":"ID","identifier":"ENG-1"}}},"errors":[{"message":"state failed","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""".Replace("ID", id, StringComparison.Ordinal),
            "application/json"));

        Assert.Equal(id, Assert.IsType<CreateOutcome.Created>(await export.CreateAsync("43")).Ticket.ProviderTicketId);
    }

    [Theory]
    [InlineData("""{"data":{"issueCreate":{"success":false,"issue":null}}}""")]
    [InlineData("""{"data":{"issueCreate":{"success":true,"issue":null}}}""")]
    [InlineData("""{"data":{"issueCreate":{"success":true,"issue":{"id":"a b"}}}}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"errors":[]}""")]
    [Trait("Fault", "F24")]
    public async Task An_answer_without_an_issue_is_unknown(string body)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.AnswerNext(FakeHttpReply.Text(200, body, "application/json"));

        Assert.Equal(200, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.ResponseCode);
        Assert.Equal("ENG-1", Assert.Single(Assert.IsType<FindOutcome.Found>(await export.FindAsync()).Tickets).ExternalIssueId);
    }

    [Fact]
    public async Task Nothing_is_created_when_what_is_read_before_fails()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.RefuseNext(FakeHttpReply.Text(503, "busy", "text/plain"), FakeTrackerCallKind.Metadata);
        Assert.IsType<CreateOutcome.NotSent>(await export.CreateAsync());
        linear.LoginPage(FakeTrackerCallKind.Metadata);
        Assert.Equal(FailureReason.Authentication, Assert.IsType<CreateOutcome.NotSent>(await export.CreateAsync()).Fault.Reason);
        linear.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Metadata);
        Assert.NotNull(Assert.IsType<CreateOutcome.RateLimited>(await export.CreateAsync()).Until);

        Assert.Equal(0, linear.CreateCalls);
    }

    [Fact]
    public async Task A_look_up_with_bad_credentials_never_says_that_sending_again_is_safe()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, static target => target.ApiKey = "lin_api_wrong");

        var failed = Assert.IsType<FindOutcome.Failed>(await export.FindAsync());

        Assert.Equal((FailureReason.Authentication, "Credentials:api_key"), (failed.Fault.Reason, failed.Fault.Setting));
    }

    [Fact]
    public async Task A_trashed_issue_is_found_so_that_its_deletion_makes_no_second_one()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        await export.CreatedAsync();
        linear.DeleteTicket("ENG-1");

        Assert.IsType<FindOutcome.Found>(await export.FindAsync());
        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());
        Assert.Single(linear.Tickets);
    }

    [Fact]
    public async Task A_target_that_is_given_another_team_in_between_makes_no_second_issue()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var before = LinearHost.Of(linear);
        await using var after = LinearHost.Of(linear, static target => target.Team = "OPS");
        linear.LoseNextReply();
        Assert.IsType<CreateOutcome.Unknown>(await before.CreateAsync());

        Assert.Equal("ENG-1", (await after.CreatedAsync()).ExternalIssueId);
        Assert.Single(linear.Tickets);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_API_key_goes_bare_and_a_token_as_bearer(bool isToken)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, target => (target.ApiKey, target.Token) = (isToken ? null : linear.ApiKey, isToken ? linear.Token : null));

        await export.CreatedAsync();

        Assert.All(linear.Exchanges, exchange => Assert.Equal(isToken ? $"Bearer {linear.Token}" : linear.ApiKey, exchange.Request.Headers["Authorization"]));
        Assert.DoesNotContain(linear.ApiKey, export.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain(linear.Token, export.LogText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_may_be_named_by_its_id_and_a_key_in_any_case()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var byId = LinearHost.Of(linear, target => target.Team = linear.TeamId("OPS"));
        await using var byKey = LinearHost.Of(linear, static target => target.Team = "ops");

        Assert.Equal("OPS-1", (await byId.CreatedAsync("1")).ExternalIssueId);
        Assert.Equal("OPS-2", (await byKey.CreatedAsync("2")).ExternalIssueId);
    }

    [Fact]
    public async Task The_report_is_attached_where_the_host_has_an_address_for_it()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinkedHost(linear);

        var result = await ExportWithReportAsync(export);
        await ExportWithReportAsync(export);

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Equal(new Uri("https://host.example.test/reports/7"), Assert.Single(linear.AttachmentsOf("ENG-1")));
    }

    [Fact]
    public async Task An_attachment_that_fails_leaves_the_issue_created()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinkedHost(linear);
        linear.HoldNext(Task.CompletedTask, FakeTrackerCallKind.Metadata);
        linear.RefuseNext(LinearHost.Error(200, "no", "FORBIDDEN", "forbidden"), FakeTrackerCallKind.Metadata);
        var request = await export.RequestAsync();
        request = request with { Document = request.Document with { Source = request.Document.Source with { ReportId = "7" } } };

        var created = Assert.IsType<CreateOutcome.Created>(await export.Provider.CreateAsync(request, CancellationToken.None));

        Assert.Equal("ENG-1", created.Ticket.ExternalIssueId);
        Assert.Equal(FailureReason.Permission, created.FollowUpFault?.Reason);
        Assert.Empty(linear.AttachmentsOf("ENG-1"));
    }

    internal static TestExport LinkedHost(FakeLinear linear) => new(
        builder =>
        {
            builder.Services.Configure<TicketExportOptions>(static options => options.Links.Reports = "https://host.example.test/reports/{report}");
            builder.AddLinear(TestExport.TargetId, target =>
            {
                target.BaseUrl = linear.BaseAddress.AbsoluteUri;
                target.NetworkPolicy = Http.NetworkPolicy.Loopback;
                target.Team = "ENG";
                target.ApiKey = linear.ApiKey;
                target.OwnershipConfirmed = true;
            });
        });

    internal static Task<ExportResult> ExportWithReportAsync(TestExport export)
    {
        var document = TestExport.Document();
        document = document with { Source = document.Source with { ReportId = "7" } };
        return export.Exporter.ExportAsync(new ExportRequest { Account = TestExport.Account, TargetId = TestExport.TargetId, Document = document });
    }
}
