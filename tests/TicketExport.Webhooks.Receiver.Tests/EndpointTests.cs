using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class EndpointTests
{
    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    [Fact]
    [Trait("Behaviour", "S339")]
    public async Task A_delivery_over_http_is_worked_on_once_and_answered_twice()
    {
        var kit = new Kit { Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted("17", "OPS-17")) };
        await using var server = await ReceiverServer.StartAsync(kit);

        using var first = await PostAsync(server, Delivery.Export());
        using var again = await PostAsync(server, Delivery.Export());

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/json", first.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"status":"accepted","external_id":"17","external_key":"OPS-17"}""", await first.Content.ReadAsStringAsync());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.True(again.Headers.CacheControl!.NoStore);
        Assert.Single(kit.Handled);
    }

    [Fact]
    public async Task Each_answer_has_its_status_and_time_to_wait()
    {
        var kit = new Kit { Answer = static (_, _) => Task.FromResult(DeliveryAnswer.RateLimited(TimeSpan.FromSeconds(7))) };
        await using var server = await ReceiverServer.StartAsync(kit);
        var unsigned = Delivery.Export();
        unsigned["X-WebRiskOps-Signature"] = null;

        using var limited = await PostAsync(server, Delivery.Export());
        using var refused = await PostAsync(server, unsigned);
        using var got = await Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, server.Address), CancellationToken.None);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (limited.StatusCode, limited.Headers.RetryAfter!.Delta));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, got.StatusCode);
    }

    [Fact]
    [Trait("Fault", "F129")]
    public async Task A_chunked_body_without_end_gets_413()
    {
        var kit = new Kit();
        await using var server = await ReceiverServer.StartAsync(kit, configure: static options => options.MaxBodyBytes = 64 * 1024);
        var chunk = Encoding.ASCII.GetBytes("2000\r\n" + new string('x', 0x2000) + "\r\n");

        var answer = await server.SendRawAsync(
            $"POST {ReceiverServer.Path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
            async stream =>
            {
                for (var i = 0; i < 10_000; i++)
                {
                    await stream.WriteAsync(chunk);
                }
            });

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1073741824", "413")]
    [InlineData("31000000", "413")]
    [InlineData("99999999999999999999", "400")]
    [Trait("Fault", "F129")]
    public async Task A_length_that_is_too_large_or_none_is_refused_without_waiting_for_the_body(string length, string status)
    {
        await using var server = await ReceiverServer.StartAsync(new Kit());

        var answer = await server.SendRawAsync($"POST {ReceiverServer.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F130")]
    public async Task A_compressed_body_is_not_decompressed()
    {
        var kit = new Kit();
        await using var server = await ReceiverServer.StartAsync(kit);
        var delivery = Delivery.Export();
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(delivery.Body);
        }

        delivery.Body = packed.ToArray();
        delivery["Content-Encoding"] = "gzip";
        using var mismatched = await PostAsync(server, delivery);
        using var signed = await PostAsync(server, delivery.SignExport());

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest), (mismatched.StatusCode, signed.StatusCode));
        Assert.Empty(kit.Handled);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_no_trace()
    {
        var kit = new Kit();
        await using var server = await ReceiverServer.StartAsync(kit);
        var delivery = Delivery.Export();
        var head = string.Concat(delivery.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));

        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {ReceiverServer.Path} HTTP/1.1\r\nHost: localhost\r\n{head}Content-Length: {delivery.Body.Length}\r\n\r\n"));
            await client.GetStream().WriteAsync(delivery.Body.AsMemory(0, 100));
        }

        using var whole = await PostAsync(server, delivery);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Single(kit.Handled);
    }

    [Fact]
    public async Task A_handler_without_an_answer_accepts_and_each_endpoint_has_its_own_name()
    {
        var kit = new Kit();
        var names = new List<string>();
        await using var server = await ReceiverServer.StartAsync(kit, app =>
        {
            app.MapTicketExportReceiver("/plain", (delivery, _) =>
            {
                names.Add(delivery.Endpoint);
                return Task.CompletedTask;
            });
        });

        using var answer = await PostAsync(server, Delivery.Export(), "/plain");

        Assert.Equal("""{"status":"accepted"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(["default"], names);
    }

    [Fact]
    public void Mapping_a_receiver_that_was_not_added_says_which_line_is_missing()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.MapTicketExportReceiver("/", static (_, _) => Task.CompletedTask));

        Assert.Contains("builder.Services.AddTicketExportReceiver(\"default\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_a_broken_option_does_not_start()
    {
        var kit = new Kit();
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => ReceiverServer.StartAsync(kit, configure: static options => options.Tolerance = TimeSpan.Zero));
    }

    internal static async Task<HttpResponseMessage> PostAsync(ReceiverServer server, Delivery delivery, string? path = null)
    {
        using var content = new ByteArrayContent(delivery.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path is null ? server.Address : new Uri(server.Address, path)) { Content = content };
        foreach (var (name, value) in delivery.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Client.SendAsync(request, CancellationToken.None);
    }
}
