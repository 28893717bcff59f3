using TicketExport.Contract;
using TicketExport.Testing;

namespace TicketExport.Providers.Linear;

/// <summary>What of a document and of a target's settings reaches the issue.</summary>
public sealed class LinearMappingTests
{
    [Theory]
    [InlineData(TicketPriority.Urgent, "1")]
    [InlineData(TicketPriority.High, "2")]
    [InlineData(TicketPriority.Medium, "3")]
    [InlineData(TicketPriority.Low, "4")]
    [InlineData(TicketPriority.None, "0")]
    [Trait("Behaviour", "S130")]
    public async Task A_priority_becomes_Linears_number(TicketPriority priority, string expected)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);

        Assert.Equal(expected, (await CreateAsync(export, linear, document => document with { Priority = priority })).Priority);
    }

    [Fact]
    public async Task A_priority_may_be_set_otherwise()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, more: static target => target.Settings["priority.high"] = "urgent");

        Assert.Equal("1", (await CreateAsync(export, linear)).Priority);
    }

    [Fact]
    [Trait("Behaviour", "S90")]
    public async Task A_label_of_the_target_that_the_team_lacks_blocks_the_export_and_is_named()
    {
        await using var linear = await FakeLinear.StartAsync();
        linear.AddLabel("security", "OPS");
        await using var export = LinearHost.Of(linear, static target => target.Labels.Add("security"));

        var failure = (await export.ExportAsync()).Failure!;

        Assert.Equal((ExportCodes.MappingRequired, LinearErrorCodes.LabelUnknown), (failure.Code, failure.ProviderErrorCode));
        Assert.EndsWith("Settings:labels", failure.Setting, StringComparison.Ordinal);
        Assert.Contains("'security'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, linear.CreateCalls);
    }

    [Fact]
    public async Task A_label_of_the_document_that_the_team_lacks_is_left_to_the_body()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);

        var ticket = await CreateAsync(export, linear);

        Assert.Empty(ticket.Labels);
        Assert.Contains("shop", ticket.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_of_the_team_the_workspace_and_one_of_each_group_are_given()
    {
        await using var linear = await FakeLinear.StartAsync();
        linear.AddLabel("Shop");
        linear.AddLabel("security", "ENG");
        linear.AddLabel("red", group: "colour");
        linear.AddLabel("blue", group: "colour");
        await using var export = LinearHost.Of(linear, static target => target.Labels.Add("security"));

        var ticket = await CreateAsync(export, linear, static document => document with { Labels = ["Shop", "red", "blue", "colour"] });

        Assert.Equal(["Shop", "red", "security"], ticket.Labels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Labels_are_made_once_where_the_target_allows_it()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, static target => target.CreateLabels = true);

        Assert.Equal("shop", Assert.Single((await CreateAsync(export, linear)).Labels));
        await export.CreatedAsync("43");

        Assert.Equal(1, linear.Exchanges.Count(static exchange => LinearSchemaTests.QueryOf(exchange).Contains("issueLabelCreate", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_label_that_cannot_be_made_stops_the_export_before_the_issue()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, static target => target.CreateLabels = true);
        linear.HoldNext(Task.CompletedTask, FakeTrackerCallKind.Metadata);
        linear.RefuseNext(LinearHost.Error(200, "no", "FORBIDDEN", "forbidden"), FakeTrackerCallKind.Metadata);

        Assert.Equal(FailureReason.Permission, Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault.Reason);
        Assert.Equal(0, linear.CreateCalls);
    }

    [Fact]
    [Trait("Behaviour", "S91")]
    public async Task The_assignee_is_found_by_address_the_documents_first()
    {
        await using var linear = await FakeLinear.StartAsync();
        var jo = linear.AddUser("jo@acme.test");
        var kim = linear.AddUser("kim@acme.test");
        linear.AddUser("gone@acme.test", isActive: false);
        await using var export = LinearHost.Of(linear, static target => target.Assignee = "kim@acme.test");

        await CreateAsync(export, linear, static document => document with { Assignee = "jo@acme.test" });
        Assert.Contains(jo, LastInput(linear), StringComparison.Ordinal);
        await CreateAsync(export, linear, static document => Other(document, "2") with { Assignee = "gone@acme.test" });
        Assert.Contains(kim, LastInput(linear), StringComparison.Ordinal);
        await CreateAsync(export, linear, static document => Other(document, "3") with { Assignee = "the team lead" });
        Assert.Contains(kim, LastInput(linear), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assignee_of_the_target_whom_nobody_is_blocks_the_export()
    {
        await using var linear = await FakeLinear.StartAsync();
        linear.AddUser("kim@acme.test", isActive: false);
        await using var export = LinearHost.Of(linear, static target => target.Assignee = "kim@acme.test");

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.MappingIncomplete, LinearErrorCodes.AssigneeUnknown, "Settings:assignee"), (fault.Reason, fault.ProviderErrorCode, fault.Setting));
    }

    [Fact]
    public async Task A_team_that_is_unknown_or_retired_is_named()
    {
        await using var linear = await FakeLinear.StartAsync();
        linear.RetireTeam("OPS");
        await using var unknown = LinearHost.Of(linear, static target => target.Team = "NONE");
        await using var retired = LinearHost.Of(linear, static target => target.Team = "OPS");

        var first = Assert.IsType<CreateOutcome.Rejected>(await unknown.CreateAsync()).Fault;
        var second = Assert.IsType<CreateOutcome.Rejected>(await retired.CreateAsync()).Fault;

        Assert.Equal((LinearErrorCodes.TeamUnknown, "Settings:team"), (first.ProviderErrorCode, first.Setting));
        Assert.Equal((LinearErrorCodes.TeamRetired, "Settings:team"), (second.ProviderErrorCode, second.Setting));
        Assert.Equal(0, linear.CreateCalls);
    }

    [Fact]
    public async Task A_link_into_Linear_is_shown_as_code_and_mentions_nobody()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);

        var ticket = await CreateAsync(export, linear, static document => document with
        {
            EvidenceLinks =
            [
                new EvidenceLink { AttachmentAllowed = false, Type = "page", Label = "Jo", Url = "https://linear.app/acme/profiles/jo" },
                new EvidenceLink { AttachmentAllowed = false, Type = "page", Label = "Shot", Url = "https://host.example.test/shot.png" },
            ],
        });

        Assert.Contains("Jo `https://linear.app/acme/profiles/jo`", ticket.Body, StringComparison.Ordinal);
        Assert.Contains("[Shot](https://host.example.test/shot.png)", ticket.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_title_and_a_long_body_are_cut_and_the_marker_stays()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);

        var ticket = await CreateAsync(export, linear, static document => document with { Title = new string('t', 900), Summary = string.Concat(Enumerable.Repeat("word ", 19_900)), BusinessImpact = new string('i', 9_000) });

        Assert.InRange(ticket.Title.Length, 200, LinearDefaults.MaxTitleLength);
        Assert.InRange(ticket.Body.Length, 90_000, LinearDefaults.MaxBodyLength);
        Assert.Contains((await export.RequestAsync()).Keys.Marker.Value, ticket.Body, StringComparison.Ordinal);
        Assert.Contains("The rest is left out", ticket.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_names_user_and_team_or_what_to_change()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var good = LinearHost.Of(linear);
        await using var bad = LinearHost.Of(linear, static target => target.Labels.Add("security"));

        var connected = Assert.IsType<TargetCheckOutcome.Connected>(await good.CheckAsync());

        Assert.Equal(("ticket-export", "Team ENG"), (connected.Identity, Assert.Single(connected.Places)));
        Assert.Equal("Settings:labels", Assert.IsType<TargetCheckOutcome.Refused>(await bad.CheckAsync()).Fault.Setting);
    }

    [Fact]
    [Trait("Behaviour", "S92")]
    public async Task Every_problem_of_a_target_is_named_at_once()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        var target = (await export.RequestAsync()).Target with { BaseUrl = new Uri("ftp://linear.example.test/") };
        target = target with
        {
            Settings = target.Settings.Remove("team").SetItem("project", "x").SetItem("assignee", "somebody").SetItem("create_labels", "perhaps").SetItem("priority.low", "9").SetItem("webhook_tolerance_seconds", "0"),
        };

        var problems = ((ITargetRules)export.Provider).Check(target, new TicketCredential([]));

        Assert.Equal(
            ["BaseUrl", "Credentials:api_key", "Settings:assignee", "Settings:create_labels", "Settings:priority.low", "Settings:project", "Settings:team", "Settings:webhook_tolerance_seconds"],
            problems.Select(static problem => problem.Setting).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("api_key", "Bearer lin_api_1")]
    [InlineData("api_key", "lin_oauth_1")]
    [InlineData("token", "lin_api_1")]
    public async Task A_credential_in_the_wrong_place_is_named_and_not_repeated(string name, string secret)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);

        var problem = Assert.Single(((ITargetRules)export.Provider).Check((await export.RequestAsync()).Target, new TicketCredential([new(name, secret)])));

        Assert.Equal($"Credentials:{name}", problem.Setting);
        Assert.DoesNotContain(secret, problem.Message, StringComparison.Ordinal);
    }

    private static TicketExportDocument Other(TicketExportDocument document, string id) =>
        document with { Source = document.Source with { RecordId = id, IssueId = id, Fingerprint = id } };

    private static async Task<FakeTicket> CreateAsync(TestExport export, FakeLinear linear, Func<TicketExportDocument, TicketExportDocument>? edit = null)
    {
        var request = await export.RequestAsync();
        var document = edit?.Invoke(request.Document) ?? request.Document;
        var created = Assert.IsType<CreateOutcome.Created>(await export.Provider.CreateAsync(
            request with
            {
                Document = document,
                Body = Rendering.TicketBodyComposer.Compose(document, DateTimeOffset.UnixEpoch),
                Keys = Identity.ExportKeys.Compute(request.Account, document.Source, request.Target, generation: 1),
            },
            CancellationToken.None));
        return linear.Tickets.Single(ticket => ticket.Id == created.Ticket.ProviderTicketId);
    }

    private static string LastInput(FakeLinear linear) =>
        System.Text.Encoding.UTF8.GetString(linear.Exchanges.Last(static exchange => exchange.Kind == FakeTrackerCallKind.Create).Request.Body.Span);
}
