using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TicketExport.Contract;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class ExportProfileTests
{
    private const string Signature = "X-WebRiskOps-Signature";

    [Fact]
    [Trait("Behaviour", "S338")]
    public async Task A_good_delivery_gives_target_account_export_and_rendered_body()
    {
        var delivery = Assert.IsType<VerificationResult.Verified>(await new Kit().VerifyAsync(Delivery.Export())).Delivery;

        Assert.Equal(("123", "generic_webhook"), (delivery.Envelope.Target.Id, delivery.Envelope.Target.ProviderKey));
        Assert.Equal(("456", "789"), (delivery.Envelope.Account.Id, delivery.Envelope.Account.ProjectId));
        Assert.Equal("Fix checkout validation state", delivery.Envelope.TicketExport.Title);
        Assert.Equal("Summary\nThe form drops its state.", delivery.Envelope.RenderedBody.Body);
        Assert.Equal(("key-1", "ticket_export.requested", Delivery.Now), (delivery.IdempotencyKey, delivery.Event, delivery.SignedAt));
        Assert.Throws<InvalidOperationException>(() => delivery.Message);
    }

    [Theory]
    [InlineData(null, RefusalReason.SignatureMissing)]
    [InlineData("", RefusalReason.SignatureMissing)]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000", RefusalReason.SignatureMismatch)]
    [InlineData("sha256=zz", RefusalReason.SignatureMalformed)]
    [InlineData("sha256=000", RefusalReason.SignatureMalformed)]
    [InlineData("sha1=0000000000000000000000000000000000000000", RefusalReason.SignatureMalformed)]
    [InlineData("none", RefusalReason.SignatureMalformed)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", RefusalReason.SignatureMalformed)]
    [Trait("Behaviour", "S334")]
    [Trait("Fault", "F114")]
    [Trait("Fault", "F117")]
    [Trait("Fault", "F139")]
    public async Task A_signature_that_is_not_right_gets_401_and_no_word_on_why(string? signature, RefusalReason reason)
    {
        var kit = new Kit();
        var delivery = Delivery.Export();
        delivery[Signature] = signature;

        var response = await kit.RefuseAsync(delivery, reason);

        Assert.Equal((401, """{"status":"refused","code":"WEBHOOK_SIGNATURE_INVALID"}"""), (response.Status, response.Body));
        Assert.Equal((LogLevel.Information, 1090), kit.Log.Entries.Select(static entry => (entry.Level, entry.Id)).Single());
        Assert.Contains(reason.ToString(), kit.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F114")]
    public async Task A_signed_header_that_came_twice_is_refused()
    {
        foreach (var name in new[] { Signature, "X-WebRiskOps-Timestamp", "X-WebRiskOps-Nonce" })
        {
            var delivery = Delivery.Export();
            delivery.Headers.Add(new(name.ToUpperInvariant(), delivery[name]!));

            var reason = (await new Kit().HandleAsync(delivery)).Reason;
            Assert.Contains(reason, new[] { RefusalReason.SignatureMalformed, RefusalReason.SignatureMismatch });
        }
    }

    [Fact]
    [Trait("Behaviour", "S259")]
    [Trait("Behaviour", "S328")]
    [Trait("Fault", "F116")]
    public async Task The_same_json_in_other_bytes_is_refused()
    {
        var delivery = Delivery.Export();
        delivery.Body = Encoding.UTF8.GetBytes(JsonNode.Parse(delivery.Body)!.ToJsonString(new() { WriteIndented = true }));

        await new Kit().RefuseAsync(delivery, RefusalReason.SignatureMismatch);
    }

    [Theory]
    [InlineData("X-WebRiskOps-Timestamp", "1766203201")]
    [InlineData("X-WebRiskOps-Nonce", "another")]
    [Trait("Behaviour", "S329")]
    [Trait("Behaviour", "S330")]
    public async Task Another_timestamp_or_nonce_is_refused(string header, string value)
    {
        var delivery = Delivery.Export();
        delivery[header] = value;

        await new Kit().RefuseAsync(delivery, RefusalReason.SignatureMismatch);
    }

    [Theory]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(-301, RefusalReason.OutsideWindow)]
    [InlineData(301, RefusalReason.OutsideWindow)]
    [Trait("Behaviour", "S335")]
    [Trait("Fault", "F119")]
    public async Task A_timestamp_may_be_300_seconds_off_either_way(int seconds, RefusalReason? reason)
    {
        var response = await new Kit().HandleAsync(Delivery.Export(signedAt: Delivery.Now.AddSeconds(seconds)));

        Assert.Equal((reason is null ? 200 : 401, reason ?? RefusalReason.Unknown), (response.Status, response.Reason));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1766203200000")]
    [InlineData("99999999999999999999999")]
    [InlineData("-1")]
    [Trait("Fault", "F119")]
    [Trait("Fault", "F138")]
    public async Task A_timestamp_that_is_none_is_refused(string timestamp)
    {
        var delivery = Delivery.Export();
        delivery["X-WebRiskOps-Timestamp"] = timestamp;

        Assert.Equal(401, (await new Kit().RefuseAsync(delivery, RefusalReason.SignatureMalformed)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S336")]
    [Trait("Fault", "F120")]
    public async Task A_nonce_is_taken_once_for_as_long_as_its_timestamp_counts()
    {
        var kit = new Kit();
        var ahead = Delivery.Export(signedAt: Delivery.Now.AddSeconds(300));
        Assert.Equal(200, (await kit.HandleAsync(ahead)).Status);

        kit.Time.Advance(TimeSpan.FromSeconds(600));
        var again = await kit.RefuseAsync(ahead, RefusalReason.NonceReplayed);
        Assert.Equal((401, """{"status":"refused","code":"WEBHOOK_SIGNATURE_INVALID"}"""), (again.Status, again.Body));

        kit.Time.Advance(TimeSpan.FromSeconds(1));
        await kit.RefuseAsync(ahead, RefusalReason.OutsideWindow);
        Assert.Single(kit.Handled);
    }

    [Fact]
    [Trait("Fault", "F120")]
    public async Task A_delivery_replayed_a_hundred_times_at_once_is_applied_once()
    {
        var kit = new Kit();
        var delivery = Delivery.Export();

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => kit.HandleAsync(delivery))));

        Assert.Single(kit.Handled);
        Assert.Single(responses, static response => response.Status == 200);
        Assert.Equal(99, responses.Count(static response => response.Reason == RefusalReason.NonceReplayed));
    }

    [Fact]
    public async Task An_unsigned_delivery_does_not_use_up_a_nonce()
    {
        var kit = new Kit();
        var good = Delivery.Export();
        var forged = Delivery.Export(nonce: good["X-WebRiskOps-Nonce"], secret: Delivery.OtherSecret);

        await kit.RefuseAsync(forged, RefusalReason.SignatureMismatch);

        Assert.Equal(200, (await kit.HandleAsync(good)).Status);
    }

    [Theory]
    [InlineData("timestamp", "1766203201")]
    [InlineData("nonce", "another")]
    [InlineData("signature_header", "X-Signature")]
    public async Task A_copy_in_the_body_that_differs_from_the_headers_gets_401(string member, string value)
    {
        var delivery = Delivery.Export();
        var body = JsonNode.Parse(delivery.Body)!;
        body["replay_protection"]![member] = value;
        delivery.Body = Encoding.UTF8.GetBytes(body.ToJsonString());

        Assert.Equal(401, (await new Kit().RefuseAsync(delivery.SignExport(), RefusalReason.CopyMismatch)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S337")]
    [Trait("Behaviour", "S375")]
    public async Task An_idempotency_key_that_differs_between_header_and_body_gets_400()
    {
        foreach (var value in new[] { "key-2", null, "" })
        {
            var delivery = Delivery.Export();
            delivery["X-WebRiskOps-Idempotency-Key"] = value;
            Assert.Equal(400, (await new Kit().RefuseAsync(delivery, RefusalReason.HeaderMismatch)).Status);
        }
    }

    [Fact]
    [Trait("Behaviour", "S332")]
    [Trait("Fault", "F132")]
    public async Task Another_event_is_ignored_with_200()
    {
        var kit = new Kit();
        var delivery = Delivery.Export(Delivery.Envelope() with { Event = "ticket_export.cancelled" });

        var response = await kit.HandleAsync(delivery);

        Assert.Equal((200, """{"status":"ignored"}"""), (response.Status, response.Body));
        Assert.Empty(kit.Handled);
        Assert.IsType<VerificationResult.Ignored>(await new Kit().VerifyAsync(Delivery.Export(Delivery.Envelope() with { Event = "other" })));
    }

    [Theory]
    [InlineData("ticket_export.cancelled")]
    [InlineData(null)]
    [Trait("Behaviour", "S322")]
    public async Task An_event_that_differs_between_header_and_body_gets_400(string? header)
    {
        var delivery = Delivery.Export();
        delivery["X-WebRiskOps-Event"] = header;
        Assert.Equal(400, (await new Kit().RefuseAsync(delivery, RefusalReason.HeaderMismatch)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S333")]
    [Trait("Behaviour", "S373")]
    public async Task Another_schema_version_gets_400()
    {
        var header = Delivery.Export();
        header["X-WebRiskOps-Schema"] = "ticket-export.webhook.v2";
        Assert.Equal(400, (await new Kit().RefuseAsync(header, RefusalReason.UnsupportedSchema)).Status);

        var body = Delivery.Export(Delivery.Envelope() with { SchemaVersion = "ticket-export.webhook.v2" });
        body["X-WebRiskOps-Schema"] = TicketExportContract.WebhookVersion;
        Assert.Equal(400, (await new Kit().RefuseAsync(body, RefusalReason.UnsupportedSchema)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\uFEFF{}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [Trait("Fault", "F131")]
    public async Task What_is_no_json_gets_400(string body)
    {
        var delivery = Delivery.Export();
        delivery.Body = Encoding.UTF8.GetBytes(body);

        Assert.Equal(400, (await new Kit().RefuseAsync(delivery.SignExport(), RefusalReason.NotJson)).Status);
    }

    [Fact]
    public async Task What_breaks_the_contract_gets_422_with_paths_and_no_value()
    {
        var delivery = Delivery.Export();
        var body = JsonNode.Parse(delivery.Body)!;
        body["ticket_export"]!["title"] = new string('x', 2000);
        body["account"]!.AsObject().Remove("id");
        delivery.Body = Encoding.UTF8.GetBytes(body.ToJsonString());

        var response = await new Kit().RefuseAsync(delivery.SignExport(), RefusalReason.ContractBroken);

        Assert.Equal(422, response.Status);
        Assert.Contains("""{"path":"$.account.id","rule":"required"}""", response.Body, StringComparison.Ordinal);
        Assert.Contains("$.ticket_export.title", response.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F131")]
    public async Task Duplicate_members_and_a_hundred_thousand_names_get_an_answer()
    {
        var twice = Delivery.Export();
        twice.Body = [.. """{"event":"ticket_export.requested","""u8, .. twice.Body.AsSpan(1)];
        Assert.Equal(422, (await new Kit().RefuseAsync(twice.SignExport(), RefusalReason.ContractBroken)).Status);

        var flood = Delivery.Export();
        flood.Body = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 70_000).Select(static i => $"\"m{i}\":0")) + "}");
        Assert.Equal(422, (await new Kit().RefuseAsync(flood.SignExport(), RefusalReason.ContractBroken)).Status);
    }

    [Fact]
    [Trait("Fault", "F136")]
    public async Task Old_and_new_secret_are_good_until_the_old_one_is_taken_away()
    {
        var kit = new Kit(static options => options.Secrets.Add(Delivery.OtherSecret));
        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(Delivery.Envelope("a")))).Status);
        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(Delivery.Envelope("b"), secret: Delivery.OtherSecret))).Status);

        kit.Options.Secrets.Remove(Delivery.Secret);

        await kit.RefuseAsync(Delivery.Export(Delivery.Envelope("c")), RefusalReason.SignatureMismatch);
        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(Delivery.Envelope("d"), secret: Delivery.OtherSecret))).Status);
    }

    [Fact]
    public async Task The_prefix_of_the_headers_is_an_option()
    {
        var kit = new Kit(static options => options.HeaderPrefix = "X-Acme-");

        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(prefix: "X-Acme-"))).Status);
        await kit.RefuseAsync(Delivery.Export(), RefusalReason.SignatureMissing);
    }
}
