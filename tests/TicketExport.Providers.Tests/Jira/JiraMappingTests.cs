using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Targets;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraMappingTests
{
    private static readonly FakeJiraField Team = new("customfield_10010", "Team", "option") { IsRequired = true, Values = ["Red", "Blue"] };
    private static readonly FakeJiraField Cost = new("customfield_10020", "Cost", "number") { IsRequired = true };

    [Fact]
    public async Task Every_field_that_jira_demands_is_named_at_once_with_its_setting()
    {
        await using var jira = await FakeJira.StartAsync(new() { Fields = { Team, Cost, new("customfield_10030", "Note", "string") } });
        await using var export = JiraHost.For(jira);

        var result = await export.ExportAsync();

        var failure = result.Failure!;
        Assert.Equal((ExportCodes.MappingRequired, NextStep.FixMapping), (failure.Code, failure.NextStep));
        Assert.Equal(
            ["TicketExport:Targets:acme-hook:Settings:field.customfield_10010", "TicketExport:Targets:acme-hook:Settings:field.customfield_10020"],
            failure.Violations.Select(static violation => violation.Path));
        Assert.Contains("100101, 100102", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, jira.CreateCalls);
    }

    [Fact]
    public async Task A_field_that_was_demanded_since_the_screen_was_read_is_named_after_the_refusal()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreateAsync("1");
        jira.PutField(Team);
        jira.PutField(Cost);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync("2")).Fault;

        Assert.Equal((FailureReason.MappingIncomplete, 400), (fault.Reason, fault.ResponseCode!.Value));
        Assert.Equal(["Settings:field.customfield_10010", "Settings:field.customfield_10020"], fault.Problems.Select(static problem => problem.Setting));
    }

    [Fact]
    public async Task A_field_that_is_no_longer_demanded_does_not_block_until_the_memory_is_over()
    {
        await using var jira = await FakeJira.StartAsync(new() { Fields = { Team } });
        await using var export = JiraHost.For(jira);
        Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync("1"));
        jira.PutField(Team with { IsRequired = false });

        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync("2"));
    }

    [Theory]
    [InlineData("Blue")]
    [InlineData("blue")]
    [InlineData("100102")]
    public async Task A_value_is_given_by_name_or_id(string value)
    {
        await using var jira = await FakeJira.StartAsync(new() { Fields = { Team } });
        await using var export = JiraHost.For(jira, target => target.Settings["field.customfield_10010"] = value);

        await export.CreatedAsync();

        Assert.Equal("100102", FieldsOf(jira).GetProperty("customfield_10010").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_value_that_jira_does_not_offer_is_named()
    {
        await using var jira = await FakeJira.StartAsync(new() { Fields = { Team with { IsRequired = false } } });
        await using var export = JiraHost.For(jira, static target => target.Settings["field.customfield_10010"] = "Green");

        Assert.Equal("Settings:field.customfield_10010", Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault.Setting);
    }

    [Fact]
    public async Task A_field_that_is_not_on_the_screen_is_left_out()
    {
        await using var jira = await FakeJira.StartAsync(new() { LeftOut = { "priority", "assignee", "description" } });
        await using var export = JiraHost.For(jira, static target =>
        {
            target.Settings["field.customfield_99999"] = "x";
            target.Settings["assignee"] = "5b10a2844c20165700ede21g";
        });

        await export.CreatedAsync();

        Assert.Equal(["project", "issuetype", "summary", "labels"], FieldsOf(jira).EnumerateObject().Select(static field => field.Name));
    }

    [Theory]
    [InlineData(false, "accountId")]
    [InlineData(true, "name")]
    public async Task Priority_assignee_components_and_fields_come_from_the_settings(bool isDataCenter, string user)
    {
        await using var jira = await FakeJira.StartAsync(new()
        {
            IsDataCenter = isDataCenter,
            Fields =
            {
                Cost,
                new("customfield_10030", "Steps", "string") { IsRich = true },
                new("customfield_10040", "Tags", "array") { Items = "string" },
                new("customfield_10041", "Raw", "any"),
            },
        });
        await using var export = JiraHost.For(
            jira,
            static target =>
            {
                target.Settings["priority.high"] = "Highest";
                target.Settings["assignee.mia@example.test"] = "mia-id";
                target.Settings["assignee"] = "nobody-id";
                target.Settings["components"] = "Checkout, Search";
                target.Settings["labels"] = "security, shop";
                target.Settings["field.customfield_10020"] = "12.50";
                target.Settings["field.customfield_10030"] = "First *line*\n\nSecond";
                target.Settings["field.customfield_10040"] = "a, b";
                target.Settings["field.customfield_10041"] = "{\"id\":\"7\"}";
            },
            isDataCenter: isDataCenter);
        var request = await export.RequestAsync();

        await export.Provider.CreateAsync(request with { Document = request.Document with { Assignee = "mia@example.test" } }, CancellationToken.None);

        var fields = FieldsOf(jira);
        Assert.Equal("Highest", Assert.Single(jira.Tickets).Priority);
        Assert.Equal("mia-id", fields.GetProperty("assignee").GetProperty(user).GetString());
        Assert.Equal(["1", "2"], fields.GetProperty("components").EnumerateArray().Select(static component => component.GetProperty("id").GetString()));
        Assert.Equal<string>(["shop", "security"], Assert.Single(jira.Tickets).Labels[1..]);
        Assert.Equal(12.5m, fields.GetProperty("customfield_10020").GetDecimal());
        Assert.Equal(isDataCenter ? JsonValueKind.String : JsonValueKind.Object, fields.GetProperty("customfield_10030").ValueKind);
        Assert.Equal(["a", "b"], fields.GetProperty("customfield_10040").EnumerateArray().Select(static item => item.GetString()));
        Assert.Equal("7", fields.GetProperty("customfield_10041").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("Story")]
    [InlineData("10199")]
    public async Task An_issue_type_that_the_project_does_not_offer_is_named(string type)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, target => target.IssueType = type);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.MappingIncomplete, "Settings:issue_type"), (fault.Reason, fault.Setting));
    }

    [Fact]
    public async Task An_issue_type_may_be_given_by_its_id_and_a_project_by_its()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira, static target => (target.IssueType, target.Project) = ("10102", "10000"));

        await export.CreatedAsync();

        Assert.Equal("10102", FieldsOf(jira).GetProperty("issuetype").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_screen_of_many_pages_is_read_to_its_end()
    {
        var options = new FakeJiraOptions();
        for (var i = 0; i < 450; i++)
        {
            options.Fields.Add(new($"customfield_{20000 + i}", "Filler", "string"));
        }

        options.Fields.Add(Team);
        await using var jira = await FakeJira.StartAsync(options);
        await using var export = JiraHost.For(jira);

        Assert.Equal("Settings:field.customfield_10010", Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault.Setting);
        Assert.Equal(4, jira.CallsOf(FakeTrackerCallKind.Metadata));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_can_show_the_fields_of_a_target(bool isDataCenter)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter, Fields = { Cost, Team } });
        await using var export = JiraHost.For(jira, static target => target.Settings["field.customfield_10020"] = "1", isDataCenter: isDataCenter);

        var result = await export.Service<ITargetFields>().DiscoverAsync(TestExport.Account.Id, TestExport.TargetId);

        Assert.Null(result.Failure);
        var team = Assert.Single(result.Fields, static field => field.Key == "customfield_10010");
        Assert.Equal(("Team", "option", true, false, "Settings:field.customfield_10010"), (team.Name, team.Kind, team.IsRequired, team.IsMapped, team.Setting));
        Assert.Equal<TargetFieldValue>([new TargetFieldValue("100101", "Red"), new TargetFieldValue("100102", "Blue")], team.AllowedValues);
        Assert.True(Assert.Single(result.Fields, static field => field.Key == "customfield_10020").IsMapped);
        Assert.Null(Assert.Single(result.Fields, static field => field.Key == "summary").Setting);
        Assert.Equal(result.Fields.OrderBy(static field => field.IsRequired ? 0 : 1).Select(static field => field.Key), result.Fields.Select(static field => field.Key));
    }

    [Fact]
    public async Task Fields_of_a_project_out_of_sight_are_refused_with_the_setting()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.HideProject();

        var result = await export.Service<ITargetFields>().DiscoverAsync(TestExport.Account.Id, TestExport.TargetId);

        Assert.Equal("TicketExport:Targets:acme-hook:Settings:project", result.Failure!.Setting);
    }

    private static JsonElement FieldsOf(FakeJira jira) =>
        Assert.Single(jira.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Create).Request.ReadJson().GetProperty("fields");
}
