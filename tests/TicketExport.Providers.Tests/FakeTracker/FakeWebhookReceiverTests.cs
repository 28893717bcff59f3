using System.Net;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Providers.Webhook;

namespace TicketExport.Testing;

public sealed class FakeWebhookReceiverTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1766203200);

    [Fact]
    public async Task A_replayed_delivery_is_refused_and_makes_no_work()
    {
        var (receiver, delivery, _) = await DeliverAsync();
        await using var stop = receiver;

        Assert.Equal((401, "WEBHOOK_SIGNATURE_INVALID"), await ResendAsync(receiver, delivery));
        Assert.Equal(1, receiver.AcceptedExports);
    }

    [Fact]
    public async Task An_old_delivery_is_refused()
    {
        var (receiver, delivery, time) = await DeliverAsync();
        await using var stop = receiver;
        time.Advance(TimeSpan.FromSeconds(301));

        Assert.Equal((401, "WEBHOOK_SIGNATURE_INVALID"), await ResendAsync(receiver, delivery));
    }

    [Theory]
    [InlineData("X-WebRiskOps-Event", "other.event", 400, "WEBHOOK_VALIDATION_FAILED")]
    [InlineData("X-WebRiskOps-Schema", "ticket-export.webhook.v2", 400, "WEBHOOK_VALIDATION_FAILED")]
    [InlineData("X-WebRiskOps-Idempotency-Key", "another", 400, "WEBHOOK_VALIDATION_FAILED")]
    [InlineData("X-WebRiskOps-Signature", "sha256=00", 401, "WEBHOOK_SIGNATURE_INVALID")]
    [InlineData("X-WebRiskOps-Nonce", "a.b", 401, "WEBHOOK_SIGNATURE_INVALID")]
    public async Task A_header_that_does_not_fit_is_refused(string name, string value, int status, string code)
    {
        var (receiver, delivery, _) = await DeliverAsync();
        await using var stop = receiver;
        await using var fresh = await StartAsync(receiver.Secret, new FakeTimeProvider(Now));

        var changed = delivery with { Headers = delivery.Headers.SetItem(name, value) };

        Assert.Equal((200, (string?)null), await ResendAsync(fresh, delivery));
        await using var second = await StartAsync(receiver.Secret, new FakeTimeProvider(Now));
        Assert.Equal((status, code), await ResendAsync(second, changed));
        Assert.Equal(0, second.AcceptedExports);
    }

    private static async Task<(FakeWebhookReceiver Receiver, FakeWebhookDelivery Delivery, FakeTimeProvider Time)> DeliverAsync()
    {
        var time = new FakeTimeProvider(Now);
        var receiver = await StartAsync(secret: null, time);
        await using var export = WebhookDeliveryTests.Host(receiver, time);
        await export.CreateAsync();
        return (receiver, Assert.Single(receiver.Deliveries), time);
    }

    private static Task<FakeWebhookReceiver> StartAsync(string? secret, TimeProvider time)
    {
        var options = new FakeWebhookReceiverOptions { TimeProvider = time };
        if (secret is not null)
        {
            options.Secrets.Add(secret);
        }

        return FakeWebhookReceiver.StartAsync(options);
    }

    private static async Task<(int Status, string? Code)> ResendAsync(FakeWebhookReceiver receiver, FakeWebhookDelivery delivery)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Url) { Content = new ByteArrayContent(delivery.Body.ToArray()), Version = HttpVersion.Version11 };
        foreach (var (name, value) in delivery.Headers.Where(static header => header.Key.StartsWith("X-", StringComparison.Ordinal)))
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, receiver.Deliveries[^1].RefusalCode);
    }
}
