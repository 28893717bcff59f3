using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Testing;

namespace TicketExport.AspNetCore.Tests;

/// <summary>The default target of flat keys, through the routes.</summary>
public sealed class KeysTests
{
    private const string Secret = "a-secret-of-twenty-four-bytes-and-more";
    private static readonly string Ticket = TicketHost.Source("7", "/ticket");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mock")]
    [InlineData(" MOCK ")]
    [Trait("Behaviour", "S188")]
    [Trait("Behaviour", "S189")]
    [Trait("Behaviour", "S193")]
    [Trait("Behaviour", "S196")]
    public async Task No_value_and_mock_make_mock_tickets(string? value)
    {
        await using var host = await StartAsync(("TICKET_PROVIDER", value));

        var created = await host.PostAsync(Ticket);

        Assert.Equal((201, "mock", "mock-TCK-1"), (created.Status, Text(created, "provider"), Text(created, "external_id")));
        Assert.Equal("met", Text(await ConfiguredAsync(host), "state"));
    }

    [Fact]
    [Trait("Behaviour", "S194")]
    public async Task An_unknown_value_means_mock_and_readiness_says_so_without_repeating_it()
    {
        await using var host = await StartAsync(("TICKET_PROVIDER", "jria-token-1234"));

        var created = await host.PostAsync(Ticket);
        var item = await ConfiguredAsync(host);

        Assert.Equal((201, "mock"), (created.Status, Text(created, "provider")));
        Assert.Equal(("unmet", "settings", "TICKET_PROVIDER"), (Text(item, "state"), Text(item, "owner"), Text(item, "setting")));
        Assert.DoesNotContain("jria", item.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jria", ExportCodes.ProviderNotConfigured)]
    [InlineData("mock", ExportCodes.ProviderUnavailable)]
    [InlineData(null, ExportCodes.ProviderUnavailable)]
    public async Task In_production_nothing_falls_back_to_the_mock(string? value, string code)
    {
        await using var host = await StartAsync("Production", ("TICKET_PROVIDER", value));

        (await host.PostAsync(Ticket)).IsProblem(503, code);

        Assert.False((await host.GetAsync(TicketHost.Account("/targets/default/readiness"))).Json["is_ready"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("webhook", "TICKET_WEBHOOK_URL", "TICKET_WEBHOOK_SECRET")]
    [InlineData("jira", "JIRA_BASE_URL", "JIRA_API_TOKEN")]
    [InlineData("servicenow", "SERVICENOW_BASE_URL", "SERVICENOW_API_TOKEN")]
    [Trait("Behaviour", "S201")]
    [Trait("Behaviour", "S202")]
    [Trait("Behaviour", "S203")]
    [Trait("Behaviour", "S204")]
    [Trait("Behaviour", "S208")]
    [Trait("Behaviour", "S209")]
    [Trait("Behaviour", "S210")]
    [Trait("Behaviour", "S211")]
    [Trait("Behaviour", "S212")]
    public async Task A_provider_without_its_keys_is_a_503_that_names_them_and_no_value(string provider, string address, string secret)
    {
        await using var without = await StartAsync(("TICKET_PROVIDER", provider));
        await using var half = await StartAsync(("TICKET_PROVIDER", provider), (secret, Secret));

        var both = (await without.PostAsync(Ticket)).IsProblem(503, ExportCodes.ProviderNotConfigured);
        var one = (await half.PostAsync(Ticket)).IsProblem(503, ExportCodes.ProviderNotConfigured);

        Assert.Contains(address, Text(both, "detail"), StringComparison.Ordinal);
        Assert.Contains(secret, Text(both, "detail"), StringComparison.Ordinal);
        Assert.Contains(address, Text(one, "detail"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Text(one, "detail"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, one.Text, StringComparison.Ordinal);
        Assert.Equal((address, "fix_settings"), (Text(one, "setting"), Text(one, "next_step")));
        Assert.Equal("unmet", Text(await ConfiguredAsync(half), "state"));
        Assert.Equal(200, (await half.GetAsync(TicketHost.Account("/exports"))).Status);
    }

    [Fact]
    [Trait("Behaviour", "S205")]
    [Trait("Behaviour", "S206")]
    [Trait("Behaviour", "S207")]
    public async Task Keys_that_were_taken_away_stop_every_operation_on_the_ticket_that_calls_the_provider()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var host = await StartAsync(JiraKeys(jira));
        var link = (await host.PostAsync(Ticket)).Json;
        var calls = jira.Calls.Length;
        var export = TicketHost.Account($"/exports/{link["ticket_export_id"]!.GetValue<string>()}");

        Set(host, "JIRA_API_TOKEN", null);
        var comment = (await host.PostAsync(TicketHost.Source("7", "/comments"), json: """{"body":"Attached."}""")).IsProblem(503, ExportCodes.ProviderNotConfigured);
        var sync = await host.PostAsync($"{export}/sync");
        (await host.PostAsync(TicketHost.Source("7", "/ticket/close"))).IsProblem(503, ExportCodes.ProviderNotConfigured);
        (await host.PostAsync(TicketHost.Source("8", "/ticket"))).IsProblem(503, ExportCodes.ProviderNotConfigured);

        Assert.Contains("JIRA_API_TOKEN", Text(comment, "detail"), StringComparison.Ordinal);
        Assert.NotNull(comment.Json["comment"]);
        Assert.Contains("JIRA_API_TOKEN", sync.Text, StringComparison.Ordinal);
        Assert.Equal(calls, jira.Calls.Length);
        Assert.Equal(200, (await host.GetAsync(Ticket)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S190")]
    [Trait("Behaviour", "S195")]
    [Trait("Behaviour", "S200")]
    [Trait("Behaviour", "S213")]
    [Trait("Behaviour", "S214")]
    [Trait("Behaviour", "S250")]
    [Trait("Behaviour", "S251")]
    [Trait("Behaviour", "S252")]
    public async Task The_webhook_of_the_keys_sends_ticket_create_and_ticket_comment_signed_as_ticket_sync()
    {
        var received = new ConcurrentQueue<(string Body, string Signature)>();
        await using var host = await StartAsync(
            "Development",
            app => app.MapPost("/hook", async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                received.Enqueue((await reader.ReadToEndAsync(), http.Request.Headers["X-Signature"].ToString()));
            }),
            ("TICKET_PROVIDER", "webhook"),
            ("TICKET_WEBHOOK_SECRET", Secret),
            ("TICKET_NETWORK_POLICY", "loopback"));
        Set(host, "TICKET_WEBHOOK_URL", new Uri(host.Address, "/hook").AbsoluteUri);

        var created = await host.PostAsync(Ticket);
        var comment = await host.PostAsync(TicketHost.Source("7", "/comments"), json: """{"body":"Attached."}""");

        Assert.Equal((201, 201), (created.Status, comment.Status));
        Assert.Null(comment.Json["echo"]);
        Assert.Equal("met", Text(await ConfiguredAsync(host), "state"));
        Assert.Equal(["ticket.create", "ticket.comment"], received.Select(static delivery => JsonNode.Parse(delivery.Body)!["event"]!.GetValue<string>()));
        Assert.All(received, static delivery => Assert.Equal(
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(delivery.Body)))}",
            delivery.Signature));
    }

    [Fact]
    [Trait("Behaviour", "S191")]
    [Trait("Behaviour", "S195")]
    [Trait("Behaviour", "S275")]
    public async Task The_jira_of_the_keys_makes_an_issue_and_takes_a_comment()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var host = await StartAsync(JiraKeys(jira));

        var created = await host.PostAsync(Ticket);
        var comment = await host.PostAsync(TicketHost.Source("7", "/comments"), json: """{"body":"Attached."}""");
        var readiness = await host.GetAsync(TicketHost.Account("/targets/default/readiness"));

        Assert.Equal((201, "jira", "PROJ-1"), (created.Status, Text(created, "provider"), Text(created, "external_key")));
        Assert.Equal("delivered", comment.Json["comment"]!["delivery"]!.GetValue<string>());
        Assert.Single(Assert.Single(jira.Tickets).Comments);
        Assert.True(readiness.Json["is_ready"]!.GetValue<bool>(), readiness.Text);
        Assert.Equal("met", Text(Item(readiness, "provider_connected"), "state"));
    }

    [Fact]
    public async Task A_token_without_an_address_of_its_owner_is_a_data_centers()
    {
        await using var jira = await FakeJira.StartAsync(new FakeJiraOptions { IsDataCenter = true });
        await using var host = await StartAsync([.. JiraKeys(jira).Where(static key => key.Name != "JIRA_EMAIL")]);

        Assert.Equal(201, (await host.PostAsync(Ticket)).Status);
        Assert.Single(jira.Tickets);
    }

    [Fact]
    public async Task A_project_that_is_not_named_is_a_missing_mapping_and_no_503()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var host = await StartAsync([.. JiraKeys(jira).Where(static key => key.Name is not ("JIRA_PROJECT" or "JIRA_ISSUE_TYPE"))]);

        var refused = (await host.PostAsync(Ticket)).IsProblem(422, ExportCodes.MappingRequired);

        Assert.Equal(2, refused.Json["fields"]!.AsArray().Count);
        Assert.Empty(jira.Calls);
    }

    [Fact]
    [Trait("Behaviour", "S192")]
    [Trait("Behaviour", "S203")]
    public async Task A_servicenow_with_its_keys_says_which_provider_to_add()
    {
        await using var host = await StartAsync(("TICKET_PROVIDER", "servicenow"), ("SERVICENOW_BASE_URL", "https://acme.service-now.test"), ("SERVICENOW_API_TOKEN", Secret));

        var answer = (await host.PostAsync(Ticket)).IsProblem(503, ExportCodes.ProviderUnavailable);

        Assert.Contains("AddProvider<", Text(answer, "detail"), StringComparison.Ordinal);
        Assert.Equal("TICKET_PROVIDER", Text(answer, "setting"));
    }

    [Fact]
    public async Task A_target_of_the_hosts_own_wins()
    {
        await using var host = await TicketHost.StartAsync(static builder => builder.AddTargetFromKeys(
            new ConfigurationBuilder().AddInMemoryCollection([new("TICKET_PROVIDER", "servicenow")]).Build()));

        Assert.Equal((201, 1), ((await host.PostAsync(Ticket)).Status, host.Tracker.Tickets.Length));
    }

    private static (string Name, string? Value)[] JiraKeys(FakeJira jira) =>
    [
        ("ticket_provider", "JIRA"),
        ("JIRA_BASE_URL", jira.SiteUrl.AbsoluteUri),
        ("JIRA_API_TOKEN", jira.Token),
        ("JIRA_EMAIL", jira.User),
        ("JIRA_PROJECT", "PROJ"),
        ("JIRA_ISSUE_TYPE", "Task"),
        ("TICKET_NETWORK_POLICY", "loopback"),
    ];

    private static Task<TicketHost> StartAsync(params (string Name, string? Value)[] keys) => StartAsync("Development", keys);

    private static Task<TicketHost> StartAsync(string environment, params (string Name, string? Value)[] keys) => StartAsync(environment, static _ => { }, keys);

    private static Task<TicketHost> StartAsync(string environment, Action<WebApplication> map, params (string Name, string? Value)[] keys) => TicketHost.StartAsync(
        static builder => builder.AddWebhook().AddJira(),
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(keys.Select(static key => KeyValuePair.Create(key.Name, key.Value)));

            // In the place of the tracker's target, which the host has otherwise.
            builder.Services.PostConfigure<TicketExportOptions>(static options => options.Targets.Remove(TicketExportKeys.DefaultTargetId));
            builder.Services.AddTicketExport().AddTargetFromKeys(builder.Configuration);
        },
        map,
        environment);

    private static void Set(TicketHost host, string name, string? value)
    {
        var root = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        root[name] = value;
        root.Reload();
    }

    private static async Task<JsonNode> ConfiguredAsync(TicketHost host) => Item(await host.GetAsync(TicketHost.Account("/readiness")), "provider_configured");

    private static JsonNode Item(Answer readiness, string key) => readiness.Json["items"]!.AsArray().Single(item => item!["key"]!.GetValue<string>() == key)!;

    private static string Text(Answer answer, string name) => Text(answer.Json, name);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
