using System.Text;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

public sealed class StandardWebhookSignatureTests
{
    private const string Id = "key_example_123";
    private const string Timestamp = "1767225600";
    private const string SecretText = "whsec_ZXhhbXBsZS1zZWNyZXQtbnVtYmVyLW9uZS0wMDAx";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1767225600);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);
    private static readonly byte[] Body = """{"event":"ticket_export.requested"}"""u8.ToArray();
    private static readonly WebhookSecret Secret = WebhookSecret.FromStandardWebhooks(SecretText);

    public static TheoryData<string> Names => [.. VectorFile.Signatures.StandardWebhooks.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Published_vector_gets_its_verdict_and_is_signed_the_same(string name)
    {
        var vector = VectorFile.Signatures.StandardWebhooks.Single(vector => vector.Name == name);
        WebhookSecret[] secrets = [.. vector.Secrets.Select(WebhookSecret.FromStandardWebhooks)];
        var body = Encoding.UTF8.GetBytes(vector.Body);

        var verdict = StandardWebhookSignature.Verify(
            secrets,
            new(vector.Id, vector.Timestamp, vector.Signature),
            body,
            DateTimeOffset.FromUnixTimeSeconds(vector.Now),
            TimeSpan.FromSeconds(vector.ToleranceSeconds));

        Assert.Equal(vector.Verdict, verdict.ToString());
        if (vector.SignedWith is { } signedWith)
        {
            Assert.Equal(vector.Signature, StandardWebhookSignature.Sign([.. signedWith.Select(index => secrets[index])], vector.Id, vector.Timestamp, body));
        }
    }

    [Fact]
    public void Changing_any_byte_of_the_body_the_id_or_the_timestamp_makes_verification_fail()
    {
        var signature = StandardWebhookSignature.Sign([Secret], Id, Timestamp, Body);
        for (var i = 0; i < Body.Length; i++)
        {
            byte[] changed = [.. Body];
            changed[i] ^= 1;
            Assert.Equal(SignatureVerdict.Mismatch, Verify(new(Id, Timestamp, signature), changed));
        }

        Assert.Equal(SignatureVerdict.Mismatch, Verify(new(Id + "4", Timestamp, signature), Body));
        Assert.Equal(SignatureVerdict.Mismatch, Verify(new(Id, "1767225601", signature), Body));
        Assert.Equal(SignatureVerdict.Valid, Verify(new(Id, Timestamp, signature), Body));
    }

    [Theory]
    [InlineData(-300, SignatureVerdict.Valid)]
    [InlineData(300, SignatureVerdict.Valid)]
    [InlineData(-301, SignatureVerdict.OutsideWindow)]
    [InlineData(301, SignatureVerdict.OutsideWindow)]
    [Trait("Fault", "F119")]
    public void Window_is_inclusive_either_way(int seconds, SignatureVerdict expected)
    {
        var delivery = new StandardWebhookDelivery(Id, Timestamp, StandardWebhookSignature.Sign([Secret], Id, Timestamp, Body));

        Assert.Equal(expected, StandardWebhookSignature.Verify([Secret], delivery, Body, Now.AddSeconds(seconds), Tolerance));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("v1")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,g0hM9SsE-OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=,v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(" ")]
    [Trait("Fault", "F117")]
    [Trait("Fault", "F139")]
    public void Header_without_one_well_spelt_signature_of_this_version_is_malformed(string signature) =>
        Assert.Equal(SignatureVerdict.Malformed, Verify(new(Id, Timestamp, signature), Body));

    [Theory]
    [InlineData("a.b", Timestamp)]
    [InlineData("a b", Timestamp)]
    [InlineData("a\n", Timestamp)]
    [InlineData(Id, "1767225600000")]
    [InlineData(Id, "01767225600")]
    [InlineData(Id, "99999999999999999999")]
    [InlineData(Id, "-1")]
    [Trait("Fault", "F138")]
    public void Id_or_timestamp_of_another_shape_is_malformed_and_cannot_be_signed(string id, string timestamp)
    {
        var some = StandardWebhookSignature.Sign([Secret], Id, Timestamp, Body);

        Assert.Equal(SignatureVerdict.Malformed, Verify(new(id, timestamp, some), Body));
        Assert.Throws<ArgumentException>(() => StandardWebhookSignature.Sign([Secret], id, timestamp, Body));
    }

    [Theory]
    [InlineData(null, Timestamp, "s")]
    [InlineData(Id, null, "s")]
    [InlineData(Id, Timestamp, null)]
    [InlineData("", "", "")]
    [Trait("Fault", "F114")]
    public void Absent_or_empty_header_is_missing(string? id, string? timestamp, string? signature) =>
        Assert.Equal(SignatureVerdict.Missing, Verify(new(id, timestamp, signature), Body));

    [Fact]
    [Trait("Fault", "F136")]
    public void Every_secret_is_tried_on_every_signature_also_after_a_match()
    {
        var secrets = new CountingSecrets(5);
        var header = StandardWebhookSignature.Sign([secrets.Peek(0), secrets.Peek(4)], Id, Timestamp, Body);

        Assert.Equal(SignatureVerdict.Valid, StandardWebhookSignature.Verify(secrets, new(Id, Timestamp, header), Body, Now, Tolerance));
        Assert.Equal([1, 1, 1, 1, 1], secrets.Reads);
    }

    [Fact]
    [Trait("Fault", "F136")]
    public void Secrets_are_few()
    {
        Assert.Throws<ArgumentException>("secrets", () => StandardWebhookSignature.Sign(new CountingSecrets(6), Id, Timestamp, Body));
        Assert.Throws<ArgumentException>("secrets", () => StandardWebhookSignature.Verify(new CountingSecrets(6), new(Id, Timestamp, "v1,"), Body, Now, Tolerance));
        Assert.Throws<ArgumentOutOfRangeException>("secrets", () => StandardWebhookSignature.Sign([], Id, Timestamp, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64 at all, but long enough for one")]
    [InlineData("ZXhhbXBsZS1zZWNyZXQtbnVtYmVyLW9uZS0wMDAx")]
    [InlineData("WHSEC_ZXhhbXBsZS1zZWNyZXQtbnVtYmVyLW9uZS0wMDAx")]
    [Trait("Fault", "F200")]
    public void Secret_of_another_shape_is_refused_without_being_repeated(string text)
    {
        var exception = Assert.Throws<ArgumentException>(nameof(text), () => WebhookSecret.FromStandardWebhooks(text));

        Assert.True(text.Length < 8 || !exception.Message.Contains(text[6..], StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_has_at_most_64_bytes()
    {
        Assert.Equal(18, WebhookSecret.FromStandardWebhooks("whsec_" + Convert.ToBase64String(new byte[18])).ByteCount);
        Assert.Equal(64, WebhookSecret.FromStandardWebhooks("whsec_" + Convert.ToBase64String(new byte[64])).ByteCount);
        Assert.Throws<ArgumentException>("text", () => WebhookSecret.FromStandardWebhooks("whsec_" + Convert.ToBase64String(new byte[65])));
    }

    [Fact]
    public void Header_prefix_of_this_profile_is_taken() =>
        Assert.Throws<ArgumentException>("prefix", () => WebhookHeaders.WithPrefix("Webhook-"));

    [Fact]
    public void Verifying_allocates_nothing_once_the_secret_is_warm()
    {
        var delivery = new StandardWebhookDelivery(Id, Timestamp, StandardWebhookSignature.Sign([Secret], Id, Timestamp, Body));
        WebhookSecret[] secrets = [Secret];
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(SignatureVerdict.Valid, StandardWebhookSignature.Verify(secrets, delivery, Body, Now, Tolerance));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = StandardWebhookSignature.Verify(secrets, delivery, Body, Now, Tolerance);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static SignatureVerdict Verify(StandardWebhookDelivery delivery, byte[] body) =>
        StandardWebhookSignature.Verify([Secret], delivery, body, Now, Tolerance);
}
