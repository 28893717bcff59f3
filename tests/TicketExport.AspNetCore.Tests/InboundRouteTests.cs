using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using TicketExport.Inbound;

namespace TicketExport.AspNetCore.Tests;

/// <summary>What of a delivery reaches the engine, and how its answers are told.</summary>
public sealed class InboundRouteTests
{
    private const string Path = "/api/v1/webhooks/ticket-sync/acme-hook";

    private readonly List<InboundDelivery> _taken = [];

    [Fact]
    [Trait("Behaviour", "S249")]
    [Trait("Behaviour", "S259")]
    [Trait("Behaviour", "S273")]
    public async Task A_delivery_reaches_the_engine_byte_for_byte_and_without_a_login()
    {
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.Taken, AppliedComment = true, Reason = "status_not_mapped" });
        const string Body = "{ \"external_id\" :\t\"7\" }\n";

        var answer = await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json(Body), ("X-Signature", "sha256=00"));

        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"success":true,"applied":{"comment":true,"status":false,"reason":"status_not_mapped"}}""", answer.Text);
        var delivery = Assert.Single(_taken);
        Assert.Equal(("acme-hook", "POST", Body, "sha256=00"), (delivery.TargetKey, delivery.Method, Encoding.UTF8.GetString(delivery.Body.Span), delivery.Headers["x-signature"]));
        Assert.Equal(new Uri(host.Address, Path), delivery.Address);
        Assert.Empty(host.Calls.Queries);
    }

    [Theory]
    [InlineData(InboundAnswer.Repeated, 200, null)]
    [InlineData(InboundAnswer.NotAuthentic, 401, ApiCodes.InboundNotAuthentic)]
    [InlineData(InboundAnswer.Closed, 503, ApiCodes.InboundClosed)]
    [InlineData(InboundAnswer.Malformed, 400, ApiCodes.InboundMalformed)]
    [InlineData(InboundAnswer.Incomplete, 422, ApiCodes.InboundIncomplete)]
    [InlineData(InboundAnswer.UnknownTicket, 404, ApiCodes.InboundUnknownTicket)]
    [InlineData(InboundAnswer.Conflict, 409, ApiCodes.InboundConflict)]
    [InlineData(InboundAnswer.TooMany, 429, ApiCodes.InboundTooMany)]
    [InlineData(InboundAnswer.TooLarge, 413, ApiCodes.BodyTooLarge)]
    [Trait("Behaviour", "S261")]
    [Trait("Behaviour", "S262")]
    [Trait("Behaviour", "S264")]
    public async Task Each_answer_of_the_engine_has_its_status(InboundAnswer answer, int status, string? code)
    {
        await using var host = await StartAsync(new InboundResult { Answer = answer, RetryAfter = TimeSpan.FromSeconds(6.5) });

        var told = await host.SendAsync(HttpMethod.Post, Path, null, TicketHost.Json("{}"));

        Assert.Equal((status, code), (told.Status, code is null ? null : told.Code));
        Assert.Equal(status == 429 ? "7" : null, told.Headers.GetValueOrDefault("Retry-After"));
    }

    [Fact]
    [Trait("Behaviour", "S274")]
    public async Task A_login_is_no_signature()
    {
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.NotAuthentic });

        (await host.PostAsync(Path, TicketHost.Operator, "{}")).IsProblem(401, ApiCodes.InboundNotAuthentic);
    }

    [Fact]
    [Trait("Fault", "F129")]
    public async Task Ten_megabytes_are_refused_whether_their_length_is_told_or_not()
    {
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.Taken });
        var chunk = Encoding.ASCII.GetBytes("2000\r\n" + new string('x', 0x2000) + "\r\n");

        var told = await host.SendRawAsync($"POST {Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n");
        var untold = await host.SendRawAsync(
            $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
            async stream =>
            {
                for (var i = 0; i < 1_280; i++)
                {
                    await stream.WriteAsync(chunk);
                }
            });

        Assert.StartsWith("HTTP/1.1 413 ", told, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413 ", untold, StringComparison.Ordinal);
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task A_sender_that_takes_too_long_is_told_so()
    {
        var time = new FakeTimeProvider();
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.Taken }, time);
        using var sent = new CancellationTokenSource();

        var answer = host.SendRawAsync(
            $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{",
            async _ =>
            {
                // The deadline begins with the endpoint, whose start cannot be seen from here.
                while (!sent.IsCancellationRequested)
                {
                    time.Advance(TimeSpan.FromSeconds(16));
                    await Task.Yield();
                }
            });
        await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System));
        await sent.CancelAsync();

        Assert.StartsWith("HTTP/1.1 408 ", await answer, StringComparison.Ordinal);
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/vnd.acme+json", 200)]
    [InlineData(null, 200)]
    public async Task A_body_that_is_no_json_by_its_type_is_not_read(string? type, int status)
    {
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.Taken });
        var header = type is null ? "" : $"Content-Type: {type}\r\n";

        var answer = await host.SendRawAsync($"POST {Path} HTTP/1.1\r\nHost: localhost\r\n{header}Content-Length: 2\r\n\r\n{{}}");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? 1 : 0, _taken.Count);
    }

    [Fact]
    public async Task A_header_that_came_twice_is_not_handed_on()
    {
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.Taken });

        await host.SendRawAsync($"POST {Path} HTTP/1.1\r\nHost: localhost\r\nX-Signature: sha256=aa\r\nX-Signature: sha256=bb\r\nX-Once: 1\r\nContent-Length: 2\r\n\r\n{{}}");

        var delivery = Assert.Single(_taken);
        Assert.False(delivery.Headers.ContainsKey("X-Signature"));
        Assert.Equal("1", delivery.Headers["X-Once"]);
    }

    [Fact]
    [Trait("Fault", "F130")]
    public async Task A_compressed_body_is_not_decompressed()
    {
        await using var host = await StartAsync(new InboundResult { Answer = InboundAnswer.NotAuthentic });
        using var content = new ByteArrayContent([0x1f, 0x8b, 8, 0]);
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        await host.SendAsync(HttpMethod.Post, Path, null, content);

        Assert.Equal([0x1f, 0x8b, 8, 0], Assert.Single(_taken).Body.ToArray());
    }

    [Fact]
    public async Task A_ledger_that_fails_makes_the_sender_deliver_again()
    {
        var inbound = new Mock<ITicketInbound>();
        inbound.Setup(engine => engine.ReceiveAsync(It.IsAny<InboundDelivery>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TicketExportException("disk"));
        await using var host = await TicketHost.StartAsync(builder => builder.Services.AddSingleton(inbound.Object));

        (await host.PostAsync(Path, null, "{}")).IsProblem(503, ApiCodes.LedgerUnavailable);
    }

    private Task<TicketHost> StartAsync(InboundResult result, TimeProvider? time = null)
    {
        var inbound = new Mock<ITicketInbound>();
        inbound.Setup(engine => engine.ReceiveAsync(Capture.In(_taken), It.IsAny<CancellationToken>())).ReturnsAsync(result);
        return TicketHost.StartAsync(builder =>
        {
            builder.Services.AddSingleton(inbound.Object);
            builder.Services.AddSingleton(time ?? TimeProvider.System);
        });
    }
}
