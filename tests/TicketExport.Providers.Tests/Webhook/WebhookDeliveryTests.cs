using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Http;
using TicketExport.Signing;
using TicketExport.Testing;

namespace TicketExport.Providers.Webhook;

public sealed class WebhookDeliveryTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1766203200);

    [Fact]
    [Trait("Behaviour", "S278")]
    [Trait("Behaviour", "S279")]
    [Trait("Behaviour", "S280")]
    [Trait("Behaviour", "S281")]
    [Trait("Behaviour", "S282")]
    [Trait("Behaviour", "S283")]
    [Trait("Behaviour", "S285")]
    [Trait("Behaviour", "S286")]
    [Trait("Behaviour", "S287")]
    [Trait("Behaviour", "S288")]
    [Trait("Behaviour", "S290")]
    [Trait("Behaviour", "S291")]
    [Trait("Behaviour", "S320")]
    [Trait("Behaviour", "S321")]
    [Trait("Behaviour", "S322")]
    [Trait("Behaviour", "S323")]
    [Trait("Behaviour", "S324")]
    [Trait("Behaviour", "S325")]
    [Trait("Behaviour", "S326")]
    public async Task A_delivery_carries_the_envelope_and_headers_that_repeat_it()
    {
        var time = new FakeTimeProvider(Now);
        await using var receiver = await FakeWebhookReceiver.StartAsync(new FakeWebhookReceiverOptions { TimeProvider = time });
        await using var export = Host(receiver, time);

        await export.CreateAsync();

        var delivery = Assert.Single(receiver.Deliveries);
        var body = JsonNode.Parse(delivery.Body.Span)!;
        Assert.Equal(("POST", "application/json"), (delivery.Method, delivery.Headers["Content-Type"]));
        Assert.Equal("ticket_export.requested", (string?)body["event"]);
        Assert.Equal("ticket-export.webhook.v1", (string?)body["schema_version"]);
        Assert.Equal((await export.RequestAsync()).Keys.IdempotencyKey.Value, (string?)body["idempotency_key"]);
        Assert.Equal("1766203200", (string?)body["replay_protection"]!["timestamp"]);
        Assert.Equal(32, ((string?)body["replay_protection"]!["nonce"])!.Length);
        Assert.Equal("X-WebRiskOps-Signature", (string?)body["replay_protection"]!["signature_header"]);
        Assert.Equal(1, (int)body["attempt"]!);
        Assert.Equal("generic_webhook", (string?)body["target"]!["provider_key"]);
        Assert.Equal(TestExport.TargetId, (string?)body["target"]!["id"]);
        Assert.Equal("456", body["account"]!["id"]!.ToString());
        Assert.Equal("789", body["account"]!["project_id"]!.ToString());
        Assert.Equal("ticket-export.v1", (string?)body["ticket_export"]!["contract_version"]);
        Assert.Equal("report_issue", (string?)body["ticket_export"]!["source"]!["type"]);
        Assert.Equal("markdown", (string?)body["rendered_body"]!["format"]);

        Assert.Equal((string?)body["event"], delivery.Headers["X-WebRiskOps-Event"]);
        Assert.Equal((string?)body["schema_version"], delivery.Headers["X-WebRiskOps-Schema"]);
        Assert.Equal((string?)body["idempotency_key"], delivery.Headers["X-WebRiskOps-Idempotency-Key"]);
        Assert.Equal((string?)body["replay_protection"]!["timestamp"], delivery.Headers["X-WebRiskOps-Timestamp"]);
        Assert.Equal((string?)body["replay_protection"]!["nonce"], delivery.Headers["X-WebRiskOps-Nonce"]);
    }

    [Fact]
    [Trait("Behaviour", "S327")]
    [Trait("Behaviour", "S328")]
    [Trait("Behaviour", "S329")]
    [Trait("Behaviour", "S330")]
    [Trait("Behaviour", "S331")]
    [Trait("Behaviour", "S289")]
    public async Task The_signature_covers_timestamp_nonce_and_every_byte_of_the_body_and_stays_out_of_it()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = Host(receiver);

        await export.CreateAsync();

        var delivery = Assert.Single(receiver.Deliveries);
        var body = delivery.Body.ToArray();
        var headers = delivery.Headers;
        var signed = new SignedDelivery(headers["X-WebRiskOps-Timestamp"], headers["X-WebRiskOps-Nonce"], headers["X-WebRiskOps-Signature"]);
        SignatureVerdict Verify(SignedDelivery candidate, byte[] bytes) =>
            ExportSignature.Verify([WebhookSecret.FromText(receiver.Secret)], candidate, bytes, delivery.ReceivedAt, TimeSpan.FromMinutes(5));

        Assert.Equal(SignatureVerdict.Valid, Verify(signed, body));
        Assert.Equal(SignatureVerdict.Mismatch, Verify(signed with { Timestamp = $"{long.Parse(signed.Timestamp!, null) + 1}" }, body));
        Assert.Equal(SignatureVerdict.Mismatch, Verify(signed with { Nonce = signed.Nonce + "0" }, body));
        for (var i = 0; i < body.Length; i += 97)
        {
            var changed = (byte[])body.Clone();
            changed[i] ^= 1;
            Assert.Equal(SignatureVerdict.Mismatch, Verify(signed, changed));
        }

        var text = Encoding.UTF8.GetString(body);
        Assert.DoesNotContain(signed.Signature!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S281")]
    [Trait("Behaviour", "S284")]
    [Trait("Behaviour", "S340")]
    public async Task A_repeated_delivery_changes_timestamp_nonce_and_attempt_and_nothing_else()
    {
        var time = new FakeTimeProvider(Now);
        await using var receiver = await FakeWebhookReceiver.StartAsync(new FakeWebhookReceiverOptions { TimeProvider = time });
        await using var export = Host(receiver, time);

        await export.CreateAsync(attempt: 1);
        time.Advance(TimeSpan.FromSeconds(90));
        await export.CreateAsync(attempt: 2);

        var bodies = receiver.Deliveries.Select(static delivery => JsonNode.Parse(delivery.Body.Span)!.AsObject()).ToArray();
        Assert.Equal([1, 2], bodies.Select(static body => (int)body["attempt"]!));
        Assert.Equal(["1766203200", "1766203290"], bodies.Select(static body => (string?)body["replay_protection"]!["timestamp"]));
        Assert.Equal(2, bodies.Select(static body => (string?)body["replay_protection"]!["nonce"]).Distinct().Count());
        Assert.Equal(Strip(bodies[0]), Strip(bodies[1]));
        Assert.Equal(1, receiver.AcceptedExports);
        Assert.Equal([false, true], receiver.Deliveries.Select(static delivery => delivery.IsDuplicate));

        static string Strip(JsonObject body)
        {
            body.Remove("attempt");
            body["replay_protection"]!.AsObject().Remove("timestamp");
            body["replay_protection"]!.AsObject().Remove("nonce");
            return body.ToJsonString();
        }
    }

    [Fact]
    [Trait("Behaviour", "S341")]
    public async Task Two_findings_have_two_keys()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = Host(receiver);

        await export.CreateAsync("42");
        await export.CreateAsync("43");

        Assert.Equal(2, receiver.AcceptedExports);
    }

    [Theory]
    [InlineData("generic_webhook")]
    [InlineData("webhook")]
    [InlineData("zapier_webhook")]
    [InlineData("make_webhook")]
    [InlineData("n8n_webhook")]
    [Trait("Behaviour", "S363")]
    [Trait("Behaviour", "S364")]
    [Trait("Behaviour", "S365")]
    [Trait("Behaviour", "S366")]
    [Trait("Behaviour", "S367")]
    public async Task Each_of_the_five_keys_is_served_and_written_back_as_configured(string key)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = Host(receiver, configure: options => options.ProviderKey = key);

        var result = await export.ExportAsync();

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Equal(key, Assert.Single(receiver.Deliveries).Envelope!.Target.ProviderKey);
    }

    [Fact]
    public async Task The_prefix_of_the_headers_can_be_chosen()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync(new FakeWebhookReceiverOptions { HeaderPrefix = "X-Acme-" });
        await using var export = Host(receiver, configure: static options => options.HeaderPrefix = "X-Acme-");

        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());
        Assert.Equal("X-Acme-Signature", Assert.Single(receiver.Deliveries).Envelope!.ReplayProtection.SignatureHeader);
    }

    [Fact]
    public async Task A_receiver_that_rotates_takes_the_old_and_the_new_secret()
    {
        const string Old = "the-old-secret-with-more-than-24-bytes";
        const string New = "the-new-secret-with-more-than-24-bytes";
        var options = new FakeWebhookReceiverOptions();
        options.Secrets.Add(New);
        options.Secrets.Add(Old);
        await using var receiver = await FakeWebhookReceiver.StartAsync(options);

        foreach (var secret in new[] { Old, New })
        {
            await using var export = Host(receiver, configure: target => target.SigningSecret = secret);
            Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());
        }

        await using var stranger = Host(receiver, configure: static target => target.SigningSecret = "another-secret-with-more-than-24-bytes");
        var fault = Assert.IsType<CreateOutcome.Rejected>(await stranger.CreateAsync()).Fault;
        Assert.Equal((WebhookErrorCodes.AuthFailed, "WEBHOOK_SIGNATURE_INVALID"), (fault.ProviderErrorCode, fault.ReceiverCode));
    }

    [Fact]
    public async Task The_provider_promises_what_an_idempotent_receiver_gives()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = Host(receiver);

        Assert.Equal((GuaranteeClass.NativeIdempotency, TimeSpan.FromSeconds(15)), (export.Provider.Sheet.Guarantee, export.Provider.Sheet.Timeout));
        Assert.IsType<FindOutcome.Repeatable>(await export.FindAsync());
        Assert.Empty(receiver.Deliveries);
    }

    internal static TestExport Host(FakeWebhookReceiver receiver, TimeProvider? time = null, Action<WebhookTargetOptions>? configure = null) =>
        new(
            builder => builder.AddWebhook(TestExport.TargetId, options =>
            {
                options.Url = receiver.Url.AbsoluteUri;
                options.SigningSecret = receiver.Secret;
                options.NetworkPolicy = NetworkPolicy.Loopback;
                options.OwnershipConfirmed = true;
                configure?.Invoke(options);
            }),
            time);
}
