using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using TicketExport.Ledger;
using TicketExport.Targets;
using TicketExport.Worker;

namespace TicketExport.AspNetCore.Tests;

public sealed class ReadinessTests
{
    private static readonly string Readiness = TicketHost.Account("/readiness");

    [Fact]
    public async Task One_list_says_how_the_engine_and_each_target_stand_and_asks_no_tracker()
    {
        await using var host = await TicketHost.StartAsync(static builder => builder
            .AddMock("demo")
            .AddTarget("theirs", static target => (target.Provider, target.Account) = ("mock", "other")));

        var list = await host.GetAsync(Readiness);

        Assert.True(list.Json["is_ready"]!.GetValue<bool>());
        Assert.Equal(
            ["ledger_reachable", "worker_seen", "due_work_flows"],
            Items(list).Where(static item => item["target_id"] is null).Select(static item => Text(item, "key")));
        Assert.Equal(["default", "demo"], Items(list).Select(static item => item["target_id"]?.GetValue<string>()).OfType<string>().Distinct());
        Assert.Equal("not_checked", Text(Item(list, "worker_seen"), "state"));
        Assert.Empty(host.Tracker.Calls);
    }

    [Fact]
    public async Task A_target_that_somebody_disabled_names_who_puts_it_right()
    {
        await using var host = await TicketHost.StartAsync();
        await host.Services.GetRequiredService<ITicketTargets>().DisableAsync("acme", "default", new AuditStamp("otto", "The board moves on Friday."));

        var list = await host.GetAsync(Readiness);

        var item = Item(list, "target_enabled");
        Assert.Equal(("unmet", "settings", true), (Text(item, "state"), Text(item, "owner"), item["is_blocking"]!.GetValue<bool>()));
        Assert.Contains("moves on Friday", Text(item, "message"), StringComparison.Ordinal);
        Assert.False(list.Json["is_ready"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_tracker_that_asked_to_wait_is_a_warning_with_its_time()
    {
        await using var host = await TicketHost.StartAsync();
        host.Tracker.RateLimitNext(TimeSpan.FromMinutes(2));
        await host.PostAsync(TicketHost.Source("7", "/ticket"));

        var list = await host.GetAsync(Readiness);

        var item = Item(list, "no_cooldown");
        Assert.Equal(("unmet", "worker", false), (Text(item, "state"), Text(item, "owner"), item["is_blocking"]!.GetValue<bool>()));
        Assert.NotNull(item["retry_at"]);
        Assert.True(list.Json["is_ready"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_target_of_its_own_is_asked_whether_it_is_connected()
    {
        await using var host = await TicketHost.StartAsync();

        var known = await host.GetAsync(TicketHost.Account("/targets/default/readiness"));
        (await host.GetAsync(TicketHost.Account("/targets/nope/readiness"))).IsProblem(404, ApiCodes.NotFound);

        Assert.Equal("met", Text(Item(known, "provider_connected"), "state"));
        Assert.All(Items(known), static item => Assert.Equal("default", Text(item, "target_id")));
    }

    [Fact]
    public async Task A_worker_that_stopped_asking_and_work_that_waits_are_told()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var host = await TicketHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        await host.Services.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(1);
        await host.PostAsync(TicketHost.Source("7", "/approve"));

        var fresh = await host.GetAsync(Readiness);
        time.Advance(TimeSpan.FromMinutes(16));
        var late = await host.GetAsync(Readiness);

        Assert.Equal(("met", "met"), (Text(Item(fresh, "worker_seen"), "state"), Text(Item(fresh, "due_work_flows"), "state")));
        Assert.Equal(("unmet", "unmet"), (Text(Item(late, "worker_seen"), "state"), Text(Item(late, "due_work_flows"), "state")));
        Assert.True(late.Json["is_ready"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(false, 200, "Healthy")]
    [InlineData(true, 503, "Unhealthy")]
    public async Task The_health_check_follows_the_ledger(bool isBroken, int status, string word)
    {
        var ledger = new Mock<IExportLedger>();
        ledger.Setup(store => store.FindDueAsync(It.IsAny<DueQuery>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TicketExportException("Data Source=/var/lib/tickets.db"));
        await using var host = await TicketHost.StartAsync(
            builder =>
            {
                builder.Services.AddHealthChecks().AddTicketExport();
                if (isBroken)
                {
                    builder.Services.AddSingleton(ledger.Object);
                }
            },
            map: static app => app.MapHealthChecks("/health", new HealthCheckOptions
            {
                ResponseWriter = static (http, report) => http.Response.WriteAsync($"{report.Status}|{string.Join('|', report.Entries["ticket_export"].Data.Values)}"),
            }));

        var answer = await host.GetAsync("/health");

        Assert.Equal(status, answer.Status);
        Assert.StartsWith(word, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/var/lib", answer.Text, StringComparison.Ordinal);
    }

    private static JsonNode[] Items(Answer answer) => [.. answer.Json["items"]!.AsArray().OfType<JsonNode>()];

    private static JsonNode Item(Answer answer, string key) => Items(answer).First(item => Text(item, "key") == key);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
