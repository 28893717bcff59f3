using System.Text;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

public sealed class ExportSignatureTests
{
    private const string Timestamp = "1767225600";
    private const string Nonce = "nonce_example_123";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1767225600);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);
    private static readonly byte[] Body = """{"event":"ticket_export.requested"}"""u8.ToArray();
    private static readonly WebhookSecret Secret = WebhookSecret.FromText("example-secret-number-one-0001");

    public static TheoryData<string> Names => [.. VectorFile.Signatures.Export.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Behaviour", "S327")]
    public void Published_vector_gets_its_verdict_and_is_signed_the_same(string name)
    {
        var vector = VectorFile.Signatures.Export.Single(vector => vector.Name == name);
        WebhookSecret[] secrets = [.. vector.Secrets.Select(WebhookSecret.FromText)];
        var body = Encoding.UTF8.GetBytes(vector.Body);

        var verdict = ExportSignature.Verify(
            secrets,
            new SignedDelivery(vector.Timestamp, vector.Nonce, vector.Signature),
            body,
            DateTimeOffset.FromUnixTimeSeconds(vector.Now),
            TimeSpan.FromSeconds(vector.ToleranceSeconds));

        Assert.Equal(vector.Verdict, verdict.ToString());
        if (vector.SignedWith is { } index)
        {
            Assert.Equal(vector.Signature, ExportSignature.Sign(secrets[index], vector.Timestamp!, vector.Nonce!, body));
        }
    }

    [Fact]
    [Trait("Behaviour", "S327")]
    public void Signed_text_is_timestamp_nonce_and_body_joined_by_full_stops() =>
        Assert.Equal(
            TicketSyncSignature.Sign(Secret, [.. Encoding.ASCII.GetBytes($"{Timestamp}.{Nonce}."), .. Body]),
            ExportSignature.Sign(Secret, Timestamp, Nonce, Body));

    [Fact]
    [Trait("Behaviour", "S328")]
    public void Changing_any_byte_of_the_body_makes_verification_fail()
    {
        var signature = ExportSignature.Sign(Secret, Timestamp, Nonce, Body);
        for (var i = 0; i < Body.Length; i++)
        {
            byte[] changed = [.. Body];
            changed[i] ^= 1;
            Assert.Equal(SignatureVerdict.Mismatch, Verify(new(Timestamp, Nonce, signature), changed));
        }

        Assert.Equal(SignatureVerdict.Valid, Verify(new(Timestamp, Nonce, signature), Body));
    }

    [Fact]
    [Trait("Behaviour", "S329")]
    public void Changing_the_timestamp_makes_verification_fail() =>
        Assert.Equal(
            SignatureVerdict.Mismatch,
            Verify(new("1767225601", Nonce, ExportSignature.Sign(Secret, Timestamp, Nonce, Body)), Body));

    [Fact]
    [Trait("Behaviour", "S330")]
    public void Changing_the_nonce_makes_verification_fail() =>
        Assert.Equal(
            SignatureVerdict.Mismatch,
            Verify(new(Timestamp, "nonce_example_124", ExportSignature.Sign(Secret, Timestamp, Nonce, Body)), Body));

    [Theory]
    [InlineData(-300, 0, SignatureVerdict.Valid)]
    [InlineData(300, 0, SignatureVerdict.Valid)]
    [InlineData(-301, 0, SignatureVerdict.OutsideWindow)]
    [InlineData(301, 0, SignatureVerdict.OutsideWindow)]
    [InlineData(300, 1, SignatureVerdict.OutsideWindow)]
    [Trait("Fault", "F119")]
    public void Window_is_inclusive_either_way(int seconds, int milliseconds, SignatureVerdict expected)
    {
        var delivery = new SignedDelivery(Timestamp, Nonce, ExportSignature.Sign(Secret, Timestamp, Nonce, Body));
        var now = Now.AddSeconds(seconds).AddMilliseconds(milliseconds);

        Assert.Equal(expected, ExportSignature.Verify([Secret], delivery, Body, now, Tolerance));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1767225600000")]
    [InlineData("99999999999999999999")]
    [InlineData("253402300800")]
    [InlineData("01767225600")]
    [InlineData("+1767225600")]
    [InlineData("-1")]
    [InlineData(" 1767225600")]
    [InlineData("1767225600\n")]
    [InlineData("1767225600.0")]
    [InlineData("1,767,225,600")]
    [InlineData("١٧٦٧٢٢٥٦٠٠")]
    [Trait("Fault", "F119")]
    [Trait("Fault", "F138")]
    public void Timestamp_of_another_shape_is_malformed_and_cannot_be_signed(string timestamp)
    {
        Assert.Equal(SignatureVerdict.Malformed, Verify(new(timestamp, Nonce, SomeSignature()), Body));
        var exception = Assert.Throws<ArgumentException>(() => ExportSignature.Sign(Secret, timestamp, Nonce, Body));
        Assert.Equal("timestamp", exception.ParamName);
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\0")]
    [InlineData("a\u007f")]
    [InlineData("grüße")]
    [Trait("Fault", "F138")]
    [Trait("Fault", "F164")]
    public void Nonce_of_another_shape_is_malformed_and_cannot_be_signed(string nonce)
    {
        Assert.Equal(SignatureVerdict.Malformed, Verify(new(Timestamp, nonce, SomeSignature()), Body));
        var exception = Assert.Throws<ArgumentException>(() => ExportSignature.Sign(Secret, Timestamp, nonce, Body));
        Assert.Equal("nonce", exception.ParamName);
    }

    [Fact]
    public void Nonce_may_have_128_characters_and_no_more()
    {
        var longest = new string('~', 128);
        Assert.Equal(
            SignatureVerdict.Valid,
            Verify(new(Timestamp, longest, ExportSignature.Sign(Secret, Timestamp, longest, Body)), Body));
        Assert.Equal(SignatureVerdict.Malformed, Verify(new(Timestamp, longest + "~", SomeSignature()), Body));
        Assert.Throws<ArgumentException>("nonce", () => ExportSignature.Sign(Secret, Timestamp, longest + "~", Body));
        Assert.Throws<ArgumentException>("nonce", () => ExportSignature.Sign(Secret, Timestamp, "", Body));
    }

    [Theory]
    [InlineData(null, "n", "s")]
    [InlineData("", "n", "s")]
    [InlineData("1", null, "s")]
    [InlineData("1", "", "s")]
    [InlineData("1", "n", null)]
    [InlineData("1", "n", "")]
    public void Absent_or_empty_header_is_missing(string? timestamp, string? nonce, string? signature) =>
        Assert.Equal(SignatureVerdict.Missing, Verify(new(timestamp, nonce, signature), Body));

    [Fact]
    public void Border_between_nonce_and_body_cannot_be_moved()
    {
        var moved = ExportSignature.Sign(Secret, Timestamp, "a", "b.c"u8);

        Assert.Equal(SignatureVerdict.Malformed, Verify(new(Timestamp, "a.b", moved), "c"u8.ToArray()));
        Assert.NotEqual(moved, ExportSignature.Sign(Secret, Timestamp, "ab", ".c"u8));
    }

    [Fact]
    public void Stale_delivery_gets_the_same_verdict_whether_or_not_its_signature_is_right()
    {
        var stale = Now.AddHours(1);
        var right = new SignedDelivery(Timestamp, Nonce, ExportSignature.Sign(Secret, Timestamp, Nonce, Body));
        var wrong = right with { Signature = SomeSignature() };

        Assert.Equal(SignatureVerdict.OutsideWindow, ExportSignature.Verify([Secret], right, Body, stale, Tolerance));
        Assert.Equal(SignatureVerdict.OutsideWindow, ExportSignature.Verify([Secret], wrong, Body, stale, Tolerance));
    }

    [Fact]
    public void Window_of_any_length_and_clock_does_not_overflow()
    {
        var delivery = new SignedDelivery("0", Nonce, ExportSignature.Sign(Secret, "0", Nonce, Body));

        Assert.Equal(SignatureVerdict.Valid, ExportSignature.Verify([Secret], delivery, Body, DateTimeOffset.MaxValue, TimeSpan.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "tolerance",
            () => ExportSignature.Verify([Secret], delivery, Body, Now, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Verifying_allocates_nothing_once_the_secret_is_warm()
    {
        var delivery = new SignedDelivery(Timestamp, Nonce, ExportSignature.Sign(Secret, Timestamp, Nonce, Body));
        WebhookSecret[] secrets = [WebhookSecret.FromText("warm-secret-of-thirty-bytes-01"), Secret];
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(SignatureVerdict.Valid, ExportSignature.Verify(secrets, delivery, Body, Now, Tolerance));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = ExportSignature.Verify(secrets, delivery, Body, Now, Tolerance);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(SignatureVerdict.Valid, verdict);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Callers_at_once_share_a_secret_without_mixing_their_hashes()
    {
        byte[][] bodies = [.. Enumerable.Range(0, 64).Select(i => Encoding.UTF8.GetBytes(new string((char)('a' + (i % 26)), i * 37)))];
        string[] expected = [.. bodies.Select(body => ExportSignature.Sign(WebhookSecret.FromText("shared"), Timestamp, Nonce, body))];
        var shared = WebhookSecret.FromText("shared");

        Parallel.For(0, 4096, i => Assert.Equal(expected[i % 64], ExportSignature.Sign(shared, Timestamp, Nonce, bodies[i % 64])));
    }

    private static string SomeSignature() => "sha256=" + new string('0', 64);

    private static SignatureVerdict Verify(SignedDelivery delivery, byte[] body) =>
        ExportSignature.Verify([Secret], delivery, body, Now, Tolerance);
}
