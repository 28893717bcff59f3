using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Ledger;
using TicketExport.Portable;
using TicketExport.Testing;

namespace TicketExport.Leaks.Tests;

/// <summary>Secrets of a target and its documents, through every way in which a tracker over HTTP can fail.</summary>
public sealed class TrackerLeakTests
{
    private static readonly Canary Token = Canary.Visible("token");
    private static readonly Canary Payload = Canary.Shapeless("payload");

    public static TheoryData<string> Faults =>
        ["none", "rejected", "unauthorised", "rate_limited", "lost_reply", "dropped", "garbage", "garbage_with_echo", "login_page", "echo_as_code", "echo_in_address", "down"];

    [Theory]
    [MemberData(nameof(Faults))]
    [Trait("Fault", "F195")]
    [Trait("Fault", "F196")]
    [Trait("Fault", "F197")]
    [Trait("Claim", "T12")]
    [Trait("Fault", "F199")]
    public async Task No_failure_of_a_tracker_lets_the_token_out(string fault)
    {
        await using var tracker = await FakeTracker.StartAsync(new FakeTrackerOptions { Token = Token.Value });
        await using var scene = new LeakScene(builder => builder.AddFakeTracker("board", tracker));
        await BreakAsync(tracker, fault);

        await scene.ExportAsync(Findings.RequestFor("board", Payload.Value));
        await BreakAsync(tracker, fault);
        await scene.RunAsync(Findings.RequestFor("board", Payload.Value, id: "43"));

        Assert.Contains(scene.Watch.Places, static place => place.StartsWith("log System.Net.Http", StringComparison.Ordinal));
        Assert.Contains(scene.Watch.Places, static place => place.StartsWith("activity TicketExport/ticket_export.attempt", StringComparison.Ordinal));
        Assert.Empty(scene.Watch.Leaks(Payload));
        Assert.Empty(scene.Leaks(Token));
    }

    [Theory]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [InlineData(PortableFormat.Json)]
    [Trait("Behaviour", "S109")]
    [Trait("Claim", "T12")]
    public async Task A_file_in_the_place_of_a_ticket_holds_no_credential(PortableFormat format)
    {
        await using var tracker = await FakeTracker.StartAsync(new FakeTrackerOptions { Token = Token.Value });
        await using var scene = new LeakScene(builder => builder.AddFakeTracker("board", tracker));
        tracker.RejectNext(401, Token.Value);
        var refused = await scene.ExportAsync(Findings.RequestFor("board", Payload.Value));

        var result = scene.Watch.Result(await scene.Service<IPortableFallback>().CreateFileAsync(
            new() { AccountId = "acme", ExportId = refused.ExportId!, Format = format, By = new AuditStamp("ann", "The token is revoked.") }));

        Assert.Equal(PortableFallbackOutcome.Created, result.Outcome);
        Assert.Empty(scene.Watch.Leaks(Payload));
        Assert.Empty(scene.Leaks(Token));
        Assert.Contains(scene.Watch.Places, static place => place.StartsWith("file ticket-export-", StringComparison.Ordinal));
    }

    private static async Task BreakAsync(FakeTracker tracker, string fault)
    {
        switch (fault)
        {
            case "rejected":
                tracker.RejectNext(422, "validation_failed");
                break;
            case "unauthorised":
                tracker.RejectNext(401, "bad_token");
                break;
            case "rate_limited":
                tracker.RateLimitNext(TimeSpan.FromMinutes(1));
                break;
            case "lost_reply":
                tracker.LoseNextReply();
                break;
            case "dropped":
                tracker.DropBeforeCommit();
                break;
            case "garbage":
                tracker.GarbageReply();
                break;
            case "garbage_with_echo":
                tracker.AnswerNext(201, Token.Value + Payload.Value);
                break;
            case "login_page":
                tracker.LoginPage();
                break;
            case "echo_as_code":
                tracker.RejectNext(422, Token.Value);
                break;
            case "echo_in_address":
                tracker.AnswerNext(201, JsonSerializer.Serialize(new { id = "1", key = "K-1", url = $"{tracker.BaseAddress}browse/1?session={Token.Value}", title = Payload.Value }));
                break;
            case "down":
                await tracker.StopAsync();
                break;
            default:
                break;
        }
    }
}
