using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class OtherProfilesTests
{
    private static readonly TicketSyncMessage Comment = new()
    {
        Event = TicketSyncEvents.Comment,
        IdempotencyKey = "comment-1",
        ExternalId = "TCK-1",
        Comment = new TicketSyncComment { Id = "c-1", Body = "grüße" },
    };

    private static void UseStandard(WebhookReceiverOptions options)
    {
        options.Profile = WebhookProfile.StandardWebhooks;
        options.Secrets[0] = Delivery.StandardSecret;
    }

    private static void UseTicketSync(WebhookReceiverOptions options) => options.Profile = WebhookProfile.TicketSync;

    [Fact]
    [Trait("Behaviour", "S250")]
    [Trait("Behaviour", "S252")]
    [Trait("Behaviour", "S253")]
    public async Task A_ticket_sync_event_is_verified_and_read()
    {
        var delivery = Assert.IsType<VerificationResult.Verified>(await new Kit(UseTicketSync).VerifyAsync(Delivery.TicketSync(Comment))).Delivery;

        Assert.Equal(("ticket.comment", "comment-1", null), (delivery.Event, delivery.IdempotencyKey, delivery.SignedAt));
        Assert.Equal(("TCK-1", "grüße"), (delivery.Message.ExternalId, delivery.Message.Comment!.Body));
        Assert.Throws<InvalidOperationException>(() => delivery.Envelope);
    }

    [Fact]
    [Trait("Behaviour", "S259")]
    [Trait("Behaviour", "S261")]
    [Trait("Behaviour", "S262")]
    [Trait("Behaviour", "S263")]
    public async Task A_ticket_sync_event_without_its_signature_over_these_bytes_gets_401_and_changes_nothing()
    {
        var kit = new Kit(UseTicketSync);
        var unsigned = Delivery.TicketSync(Comment);
        unsigned["X-Signature"] = null;
        var spaced = Delivery.TicketSync(Comment);
        spaced.Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(spaced.Body).Replace(":", ": ", StringComparison.Ordinal));

        Assert.Equal(401, (await kit.RefuseAsync(unsigned, RefusalReason.SignatureMissing)).Status);
        Assert.Equal(401, (await kit.RefuseAsync(spaced, RefusalReason.SignatureMismatch)).Status);
        Assert.Equal(401, (await kit.RefuseAsync(Delivery.TicketSync(Comment).SignTicketSync(Delivery.OtherSecret), RefusalReason.SignatureMismatch)).Status);
    }

    [Fact]
    [Trait("Fault", "F121")]
    public async Task A_ticket_sync_event_that_comes_again_is_applied_once_at_any_time()
    {
        var kit = new Kit(UseTicketSync);
        var first = await kit.HandleAsync(Delivery.TicketSync(Comment));

        kit.Time.Advance(TimeSpan.FromDays(29));
        var again = await kit.HandleAsync(Delivery.TicketSync(Comment));

        Assert.Equal((first.Status, first.Body, true), (again.Status, again.Body, again.IsReplay));
        Assert.Single(kit.Handled);
    }

    [Theory]
    [InlineData("""{"event":"ticket.reopen","idempotency_key":"k"}""", 200)]
    [InlineData("""{"event":"ticket.close","idempotency_key":"k"}""", 422)]
    [InlineData("""{"event":"ticket.comment","idempotency_key":"k","external_id":"1","comment":{"body":"b"}}""", 422)]
    [InlineData("""{"external_id":"1"}""", 422)]
    [InlineData("""{"event":""", 400)]
    [Trait("Fault", "F132")]
    public async Task Signed_content_of_another_kind_gets_its_answer_and_no_work(string body, int status)
    {
        var kit = new Kit(UseTicketSync);

        Assert.Equal(status, (await kit.HandleAsync(Delivery.Raw(body).SignTicketSync())).Status);
        Assert.Empty(kit.Handled);
    }

    [Fact]
    public async Task A_standard_webhooks_delivery_is_verified_and_read()
    {
        var delivery = Assert.IsType<VerificationResult.Verified>(await new Kit(UseStandard).VerifyAsync(Delivery.Standard())).Delivery;

        Assert.Equal(("key-1", Delivery.Now, "Fix checkout validation state"), (delivery.IdempotencyKey, delivery.SignedAt, delivery.Envelope.TicketExport.Title));
    }

    [Fact]
    [Trait("Fault", "F120")]
    public async Task A_standard_webhooks_delivery_that_is_replayed_or_repeated_gets_the_first_answer()
    {
        var kit = new Kit(UseStandard) { Answer = (_, _) => Task.FromResult(DeliveryAnswer.Accepted("1", "OPS-1")) };
        var delivery = Delivery.Standard();
        var first = await kit.HandleAsync(delivery);

        var replayed = await kit.HandleAsync(delivery);
        kit.Time.Advance(TimeSpan.FromHours(1));
        var repeated = await kit.HandleAsync(Delivery.Standard(Delivery.Envelope() with { Attempt = 2 }, kit.Time.GetUtcNow()));

        Assert.Equal([(200, first.Body, true), (200, first.Body, true)], new[] { replayed, repeated }.Select(static response => (response.Status, response.Body, response.IsReplay)));
        Assert.Single(kit.Handled);
        await kit.RefuseAsync(delivery, RefusalReason.OutsideWindow);
    }

    [Fact]
    [Trait("Fault", "F136")]
    public async Task A_standard_webhooks_delivery_signed_with_two_secrets_suits_a_receiver_of_either()
    {
        const string Next = "whsec_YW5vdGhlci1zZWNyZXQtb2YtMzItYnl0ZXMtMDAwMDI=";
        foreach (var secret in new[] { Next, Delivery.StandardSecret })
        {
            var kit = new Kit(options => (options.Profile, options.Secrets[0]) = (WebhookProfile.StandardWebhooks, secret));
            Assert.Equal(200, (await kit.HandleAsync(Delivery.Standard(null, null, Next, Delivery.StandardSecret))).Status);
        }
    }

    [Fact]
    public async Task A_standard_webhooks_delivery_whose_body_contradicts_its_headers_is_refused()
    {
        var id = Delivery.Standard();
        id["webhook-id"] = "key-2";
        Assert.Equal(400, (await new Kit(UseStandard).RefuseAsync(id.SignStandard(Delivery.StandardSecret), RefusalReason.HeaderMismatch)).Status);

        foreach (var (member, value) in new[] { ("timestamp", "1"), ("signature_header", "X-WebRiskOps-Signature") })
        {
            var copy = Delivery.Standard();
            var body = JsonNode.Parse(copy.Body)!;
            body["replay_protection"]![member] = value;
            copy.Body = Encoding.UTF8.GetBytes(body.ToJsonString());
            Assert.Equal(401, (await new Kit(UseStandard).RefuseAsync(copy.SignStandard(Delivery.StandardSecret), RefusalReason.CopyMismatch)).Status);
        }
    }

    [Fact]
    [Trait("Fault", "F139")]
    public async Task No_profile_takes_a_signature_of_another()
    {
        var export = Delivery.Export();
        var standard = Delivery.Standard();
        var sync = Delivery.TicketSync(Comment);

        // All signatures at once on one body: only the endpoint's own counts, and it is over other bytes or not there.
        Assert.Equal(401, (await new Kit(UseStandard).HandleAsync(export)).Status);
        Assert.Equal(401, (await new Kit(UseTicketSync).HandleAsync(export)).Status);
        Assert.Equal(401, (await new Kit().HandleAsync(standard)).Status);
        Assert.Equal(401, (await new Kit(UseTicketSync).HandleAsync(standard)).Status);
        Assert.Equal(401, (await new Kit().HandleAsync(sync)).Status);
        Assert.Equal(401, (await new Kit(UseStandard).HandleAsync(sync)).Status);

        var crossed = Delivery.Export();
        crossed["X-WebRiskOps-Signature"] = TicketSyncSignature.Sign(WebhookSecret.FromText(Delivery.Secret), crossed.Body);
        await new Kit().RefuseAsync(crossed, RefusalReason.SignatureMismatch);
        crossed.SignTicketSync();
        crossed["X-WebRiskOps-Signature"] = null;
        await new Kit().RefuseAsync(crossed, RefusalReason.SignatureMissing);
    }
}
