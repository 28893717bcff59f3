using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Inbound;

namespace TicketExport.AspNetCore.Tests;

/// <summary>Deliveries of the ticket-sync profile, from the route to the thread and the host's own status.</summary>
public sealed class InboundSyncTests
{
    private const string Path = "/api/v1/webhooks/ticket-sync/default";
    private const string Secret = "a-secret-of-twenty-four-bytes-and-more";
    private const string Comment = """{ "external_id": "mock-TCK-1", "comment": { "external_comment_id": "ext-42", "author": "Jane (ext)", "body": "Attached the SOC 2 report." }, "status": "submitted" }""";
    private static readonly string Thread = TicketHost.Source("7", "/comments");

    [Fact]
    [Trait("Behaviour", "S240")]
    [Trait("Behaviour", "S242")]
    [Trait("Behaviour", "S243")]
    [Trait("Behaviour", "S245")]
    [Trait("Behaviour", "S249")]
    public async Task A_comment_with_a_status_lands_in_the_thread_and_at_the_hosts_own_item()
    {
        await using var host = await StartAsync(Secret);

        var answer = await SendAsync(host, Comment);

        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"success":true,"applied":{"comment":true,"status":true}}""", answer.Text);
        var comment = Assert.Single((await host.GetAsync(Thread)).Json["items"]!.AsArray())!;
        Assert.Equal(
            ("external", "Jane (ext)", "Attached the SOC 2 report.", "ext-42"),
            (Text(comment, "source"), Text(comment, "author"), Text(comment, "body"), Text(comment, "external_comment_id")));
        Assert.Equal(["in_review"], ((HostStatuses)host.Services.GetRequiredService<ISourceStatusHandler>()).Applied);
    }

    [Fact]
    [Trait("Behaviour", "S244")]
    [Trait("Behaviour", "S246")]
    [Trait("Behaviour", "S247")]
    public async Task A_redelivered_comment_is_added_once_and_comment_or_status_may_come_alone()
    {
        await using var host = await StartAsync(Secret);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await SendAsync(host, """{"external_id":"mock-TCK-1","comment":{"external_comment_id":"ext-1","author":"Jane","body":"Once."}}""")).Status);
        }

        Assert.Equal(200, (await SendAsync(host, """{"external_id":"mock-TCK-1","status":"submitted"}""")).Status);
        Assert.Single((await host.GetAsync(Thread)).Json["items"]!.AsArray());
    }

    [Fact]
    [Trait("Behaviour", "S238")]
    [Trait("Behaviour", "S239")]
    public async Task Our_own_comment_that_comes_back_is_not_added_again()
    {
        await using var host = await StartAsync(Secret);
        var ours = await host.PostAsync(Thread, TicketHost.Reader, """{"body":"Ours."}""");
        var before = (await host.GetAsync(Thread)).Json["items"]!.AsArray().Count;

        var answer = await SendAsync(host, $$$"""{"external_id":"mock-TCK-1","comment":{"external_comment_id":"{{{Text(ours.Json["comment"]!, "external_comment_id")}}}","author":"us","body":"Ours."}}""");

        Assert.False(answer.Json["applied"]!["comment"]!.GetValue<bool>());
        Assert.Equal(before, (await host.GetAsync(Thread)).Json["items"]!.AsArray().Count);
    }

    [Fact]
    [Trait("Behaviour", "S241")]
    public async Task An_account_or_request_in_the_body_is_ignored()
    {
        await using var host = await StartAsync(Secret);

        await SendAsync(host, """{"external_id":"mock-TCK-1","org_id":"other","request_id":"9","comment":{"external_comment_id":"ext-1","author":"Jane","body":"Here."}}""");

        Assert.Single((await host.GetAsync(Thread)).Json["items"]!.AsArray());
        Assert.Empty((await host.GetAsync(TicketHost.Source("9", "/comments"))).Json["items"]!.AsArray());
        Assert.Empty((await host.GetAsync(TicketHost.Source("9", "/comments", account: "other"), TicketHost.Stranger)).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"status":"submitted"}""", 422, ApiCodes.InboundIncomplete)]
    [InlineData("""{"external_id":"mock-TCK-1","comment":{"author":"Jane","body":"No id."}}""", 422, ApiCodes.InboundIncomplete)]
    [InlineData("""{"external_id":"mock-TCK-999","status":"submitted"}""", 404, ApiCodes.InboundUnknownTicket)]
    [InlineData("""{"external_id":""", 400, ApiCodes.InboundMalformed)]
    [Trait("Behaviour", "S248")]
    public async Task An_authentic_delivery_that_cannot_be_used_is_told_so(string body, int status, string code)
    {
        await using var host = await StartAsync(Secret);

        (await SendAsync(host, body)).IsProblem(status, code);

        Assert.Empty((await host.GetAsync(Thread)).Json["items"]!.AsArray());
    }

    [Fact]
    [Trait("Behaviour", "S259")]
    [Trait("Behaviour", "S261")]
    [Trait("Behaviour", "S262")]
    [Trait("Behaviour", "S263")]
    [Trait("Behaviour", "S274")]
    public async Task What_is_not_signed_over_these_bytes_is_refused_the_same_for_every_key_and_changes_nothing()
    {
        await using var host = await StartAsync(Secret);
        var signature = Sign(Secret, Comment);

        Answer[] refused =
        [
            await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Comment)),
            await host.SendAsync(HttpMethod.Post, Path, TicketHost.Operator, TicketHost.Json(Comment)),
            await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Comment), ("X-Signature", Sign("another-secret-of-24-bytes-length", Comment))),
            await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Comment.Replace(" ", "", StringComparison.Ordinal)), ("X-Signature", signature)),
            await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Comment[..^1]), ("X-Signature", signature)),
            await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Comment), ("X-Signature", signature), ("X-Signature", signature)),
            await host.SendAsync(HttpMethod.Post, "/api/v1/webhooks/ticket-sync/nobody", null, TicketHost.Json(Comment), ("X-Signature", signature)),
        ];

        Assert.All(refused, answer =>
        {
            answer.IsProblem(401, ApiCodes.InboundNotAuthentic);
            Assert.Equal(refused[0].Text, answer.Text);
        });
        Assert.Empty((await host.GetAsync(Thread)).Json["items"]!.AsArray());
        Assert.Empty(((HostStatuses)host.Services.GetRequiredService<ISourceStatusHandler>()).Applied);
    }

    [Theory]
    [InlineData("mock")]
    [InlineData("webhook")]
    [InlineData("jira")]
    [Trait("Behaviour", "S264")]
    [Trait("Behaviour", "S265")]
    public async Task Without_a_secret_nothing_is_ever_taken(string provider)
    {
        await using var host = await StartAsync(null, provider);

        (await SendAsync(host, Comment)).IsProblem(503, ApiCodes.InboundClosed);
        (await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Comment))).IsProblem(503, ApiCodes.InboundClosed);
        Assert.Empty((await host.GetAsync(Thread)).Json["items"]!.AsArray());
    }

    private static Task<Answer> SendAsync(TicketHost host, string body) =>
        host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(body), ("X-Signature", Sign(Secret, body)));

    private static string Sign(string secret, string body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}";

    private static async Task<TicketHost> StartAsync(string? secret, string provider = "mock")
    {
        var host = await TicketHost.StartAsync(
            static builder => builder.AddWebhook().AddJira().UseSourceStatuses<HostStatuses>(),
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("TICKET_PROVIDER", provider), new("TICKET_WEBHOOK_SECRET", secret)]);
                builder.Services.PostConfigure<TicketExportOptions>(static options =>
                {
                    options.Targets.Clear();
                    var target = new TicketTargetOptions();
                    target.Settings["inbound_status.submitted"] = "in_review";
                    options.Targets.Add(TicketExportKeys.DefaultTargetId, target);
                });
                builder.Services.AddTicketExport().AddTargetFromKeys(builder.Configuration);
            });
        if (provider == "mock")
        {
            Assert.Equal("mock-TCK-1", Text(await host.CreateAsync("7"), "external_id"));
        }

        return host;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
