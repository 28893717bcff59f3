using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraTicketProviderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Behaviour", "S191")]
    [Trait("Behaviour", "S275")]
    public async Task A_ticket_is_created_with_its_marker_inside_the_one_create_request(bool isDataCenter)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter, ContextPath = isDataCenter ? "jira" : "" });
        await using var export = JiraHost.For(jira, isDataCenter: isDataCenter);

        var created = await export.CreatedAsync();

        var ticket = Assert.Single(jira.Tickets);
        var marker = (await export.RequestAsync()).Keys.Marker.Value;
        Assert.Equal(new TicketReference { ProviderTicketId = "10001", ExternalIssueId = "PROJ-1", Url = new Uri(jira.SiteUrl, "browse/PROJ-1") }, created);
        Assert.Equal(("Fix checkout validation state", "High", marker), (ticket.Title, ticket.Priority, ticket.Marker));
        Assert.Equal<string>([marker, "shop"], ticket.Labels);
        Assert.Contains("Kunden", ticket.Body, StringComparison.Ordinal);
        Assert.Equal(!isDataCenter, ticket.Body.StartsWith("{\"", StringComparison.Ordinal));
        Assert.Equal(1, jira.CreateCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Fault", "F5")]
    public async Task A_reply_lost_after_the_commit_is_found_again_through_the_whole_pipeline(bool isDataCenter)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter, TimeProvider = time });
        await using var export = JiraHost.For(jira, time: time, isDataCenter: isDataCenter);
        jira.IndexLag = TimeSpan.FromMinutes(2);
        jira.LoseNextReply();

        var first = await export.ExportAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        var second = await export.ExportAsync();
        time.Advance(TimeSpan.FromMinutes(10));
        var third = await export.ExportAsync();

        Assert.Equal(ExportOutcome.DeliveryUnknown, first.Outcome);
        Assert.Null(second.Ticket);
        Assert.Equal("PROJ-1", third.Ticket?.ExternalIssueId);
        Assert.Equal((1, 1), (jira.CreateCalls, jira.Tickets.Length));
    }

    [Fact]
    [Trait("Fault", "F18")]
    public async Task A_create_that_is_committed_after_the_look_ups_is_never_doubled()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        var late = new TaskCompletionSource();
        await using var jira = await FakeJira.StartAsync(new() { TimeProvider = time });
        await using var export = JiraHost.For(jira, time: time);
        jira.CommitNextLate(late.Task);

        await export.ExportAsync();
        time.Advance(TimeSpan.FromMinutes(10));
        var unsettled = await export.ExportAsync();
        late.SetResult();
        await WaitForTicketAsync(jira);

        Assert.NotEqual(ExportOutcome.Created, unsettled.Outcome);
        Assert.Equal(1, jira.CreateCalls);
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task Of_a_ticket_and_its_clone_the_older_one_comes_first()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreatedAsync();
        jira.CloneIssue("PROJ-1");

        var found = Assert.IsType<FindOutcome.Found>(await export.FindAsync());

        Assert.Equal(["PROJ-1", "PROJ-2"], found.Tickets.Select(static ticket => ticket.ExternalIssueId));
    }

    [Fact]
    [Trait("Fault", "F17")]
    public async Task A_ticket_that_was_moved_and_closed_is_found()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreatedAsync();
        jira.MoveIssue("PROJ-1", "OPS-7");
        jira.SetStatus("OPS-7", "Done");

        Assert.Equal("OPS-7", Assert.Single(Assert.IsType<FindOutcome.Found>(await export.FindAsync()).Tickets).ExternalIssueId);
    }

    [Fact]
    [Trait("Fault", "F20")]
    public async Task A_ticket_whose_label_a_person_took_away_is_not_found_and_its_absence_is_not_called_proven()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreatedAsync();
        jira.SetLabel("PROJ-1", (await export.RequestAsync()).Keys.Marker.Value, isThere: false);

        Assert.False(Assert.IsType<FindOutcome.Absent>(await export.FindAsync()).Proven);
    }

    [Fact]
    public async Task A_foreign_ticket_that_was_given_our_label_is_told_by_its_own_property()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreateAsync("7");
        jira.SetLabel("PROJ-1", (await export.RequestAsync()).Keys.Marker.Value, isThere: true);

        Assert.IsType<FindOutcome.Absent>(await export.FindAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_search_that_finds_nothing_for_a_stranger_is_no_absence(bool isDataCenter)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter });
        await using var export = JiraHost.For(jira, isDataCenter: isDataCenter);
        await export.CreatedAsync();
        jira.AnswersStrangers = true;
        var request = await export.RequestAsync();

        var failed = Assert.IsType<FindOutcome.Failed>(await export.Provider.FindAsync(
            new()
            {
                Account = request.Account,
                Target = request.Target,
                Credential = new TicketCredential(isDataCenter ? [new("access_token", "expired")] : [new("email", jira.User), new("api_token", "expired")]),
                Keys = request.Keys,
                AttemptStartedAt = DateTimeOffset.UnixEpoch,
            },
            CancellationToken.None));

        Assert.Equal(FailureReason.Authentication, failed.Fault.Reason);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_in_a_project_out_of_sight_is_no_absence()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreatedAsync();
        jira.HideProject();

        Assert.Equal("Settings:project", Assert.IsType<FindOutcome.Failed>(await export.FindAsync()).Fault.Setting);
    }

    [Fact]
    [Trait("Fault", "F166")]
    public async Task Only_the_marker_gets_into_the_query()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.FindAsync("42\" OR project = OPS");

        var search = Assert.Single(jira.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Find);
        Assert.Matches("^labels = \"ticketexport-[0-9a-f]{64}-g1\" ORDER BY created ASC$", search.Request.ReadJson().GetProperty("jql").GetString());
    }

    [Fact]
    public async Task Without_labels_the_marker_goes_into_a_field_and_is_found_there()
    {
        var options = new FakeJiraOptions { LeftOut = { "labels" }, Fields = { new("customfield_10050", "Export key", "string") } };
        await using var jira = await FakeJira.StartAsync(options);
        await using var export = JiraHost.For(jira, static target => target.Settings["marker_field"] = "customfield_10050");

        await export.CreatedAsync();

        Assert.Empty(Assert.Single(jira.Tickets).Labels);
        Assert.IsType<FindOutcome.Found>(await export.FindAsync());
        Assert.Contains("cf[10050]", jira.Exchanges[^1].Request.ReadJson().GetProperty("jql").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_place_for_the_marker_no_ticket_is_made()
    {
        await using var jira = await FakeJira.StartAsync(new() { LeftOut = { "labels" } });
        await using var export = JiraHost.For(jira);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.MappingIncomplete, "Settings:marker_field"), (fault.Reason, fault.Setting));
        Assert.Equal(0, jira.CreateCalls);
    }

    [Fact]
    public async Task The_screen_is_asked_for_once_and_again_when_its_time_is_over()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var jira = await FakeJira.StartAsync(new() { TimeProvider = time });
        await using var export = JiraHost.For(jira, time: time);

        await export.CreateAsync("1");
        await export.CreateAsync("2");
        var before = jira.CallsOf(FakeTrackerCallKind.Metadata);
        time.Advance(JiraDefaults.FieldsLifetime);
        await export.CreateAsync("3");

        Assert.Equal((2, 4), (before, jira.CallsOf(FakeTrackerCallKind.Metadata)));
        Assert.Equal(3, jira.Tickets.Length);
    }

    [Fact]
    public async Task The_gateway_takes_the_requests_and_the_site_stays_the_address_of_tickets()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, target =>
        {
            target.ApiUrl = jira.GatewayUrl.AbsoluteUri;
            (target.Email, target.ApiToken, target.AccessToken) = (null, null, jira.Token);
        });

        var created = await export.CreatedAsync();

        Assert.Equal(new Uri(jira.SiteUrl, "browse/PROJ-1"), created.Url);
        Assert.All(jira.Exchanges, static exchange => Assert.StartsWith("/ex/jira/", exchange.Request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_title_and_a_body_that_are_too_long_are_cut_and_taken()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var request = await export.RequestAsync();
        var document = request.Document with { Title = string.Concat(Enumerable.Repeat("😀 wide ", 100)), Summary = new string('s', 90_000), Labels = [new string('l', 255) + "1", new string('l', 255) + "2", "two words"] };
        request = request with { Document = document, Body = Rendering.TicketBodyComposer.Compose(document, DateTimeOffset.UnixEpoch) };

        Assert.IsType<CreateOutcome.Created>(await export.Provider.CreateAsync(request, CancellationToken.None));

        var ticket = Assert.Single(jira.Tickets);
        Assert.InRange(ticket.Title.Length, 200, 255);
        Assert.Equal(4, ticket.Labels.Distinct().Count());
        Assert.Contains("two-words", ticket.Labels);
        Assert.All(ticket.Labels, static label => Assert.InRange(label.Length, 1, 255));
        Assert.Equal("doc", JsonDocument.Parse(ticket.Body).RootElement.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_label_that_looks_like_the_marker_of_another_ticket_is_left_out()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var foreign = (await export.RequestAsync("7")).Keys.Marker.Value;
        var request = await export.RequestAsync();
        request = request with { Document = request.Document with { Labels = [foreign, foreign.ToUpperInvariant(), "shop"] } };

        await export.Provider.CreateAsync(request, CancellationToken.None);

        Assert.Equal<string>([request.Keys.Marker.Value, "shop"], Assert.Single(jira.Tickets).Labels);
    }

    [Fact]
    [Trait("Fault", "F61")]
    public async Task A_jira_that_is_down_has_provably_got_nothing()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreateAsync("1");
        await jira.StopAsync();

        Assert.IsType<CreateOutcome.NotSent>(await export.CreateAsync("2"));
    }

    [Theory]
    [InlineData(503, typeof(CreateOutcome.NotSent))]
    [InlineData(401, typeof(CreateOutcome.Rejected))]
    [InlineData(404, typeof(CreateOutcome.Rejected))]
    [InlineData(429, typeof(CreateOutcome.RateLimited))]
    public async Task A_question_before_the_create_that_fails_proves_that_nothing_was_created(int status, Type outcome)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        for (var i = 0; i < 3; i++)
        {
            jira.RejectNext(status, "some_code", FakeTrackerCallKind.Metadata);
        }

        Assert.IsType(outcome, await export.CreateAsync());
        Assert.Equal(0, jira.CreateCalls);
    }

    [Fact]
    public async Task A_sign_in_page_in_place_of_the_screen_points_to_the_credentials()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.LoginPage(FakeTrackerCallKind.Metadata);

        Assert.Equal("Credentials:api_token", Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault.Setting);
        Assert.Equal(0, jira.CreateCalls);
    }

    private static async Task WaitForTicketAsync(FakeJira jira)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (jira.Tickets.IsEmpty)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
