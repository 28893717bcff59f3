using System.Text;
using System.Text.RegularExpressions;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

public sealed partial class TicketSyncSignatureTests
{
    private static readonly byte[] Body = """{"comment":{"body":"ok","id":"c-1"},"event":"ticket.comment"}"""u8.ToArray();
    private static readonly WebhookSecret Secret = WebhookSecret.FromText("example-secret-number-one-0001");

    public static TheoryData<string> Names => [.. VectorFile.Signatures.TicketSync.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Behaviour", "S254")]
    public void Published_vector_gets_its_verdict_and_is_signed_the_same(string name)
    {
        var vector = VectorFile.Signatures.TicketSync.Single(vector => vector.Name == name);
        WebhookSecret[] secrets = [.. vector.Secrets.Select(WebhookSecret.FromText)];
        var body = Encoding.UTF8.GetBytes(vector.Body);

        Assert.Equal(vector.Verdict, TicketSyncSignature.Verify(secrets, vector.Signature, body).ToString());
        if (vector.SignedWith is { } index)
        {
            Assert.Equal(vector.Signature, TicketSyncSignature.Sign(secrets[index], body));
        }
    }

    [Fact]
    [Trait("Behaviour", "S254")]
    [Trait("Behaviour", "S255")]
    public void Vector_published_by_GitHub_holds()
    {
        // docs.github.com, "Validating webhook deliveries": x-hub-signature-256.
        var secret = WebhookSecret.FromText("It's a Secret to Everybody");
        const string signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        Assert.Equal(signature, TicketSyncSignature.Sign(secret, "Hello, World!"u8));
        Assert.Equal(SignatureVerdict.Valid, TicketSyncSignature.Verify([secret], signature, "Hello, World!"u8));
    }

    [Fact]
    [Trait("Behaviour", "S253")]
    public void Signature_is_the_scheme_and_lower_case_hexadecimal() =>
        Assert.Matches(PublishedShape(), TicketSyncSignature.Sign(Secret, Body));

    [Theory]
    [InlineData("""{"comment": {"body":"ok","id":"c-1"},"event":"ticket.comment"}""")]
    [InlineData("""{"event":"ticket.comment","comment":{"body":"ok","id":"c-1"}}""")]
    [InlineData("""{"comment":{"body":"\u006fk","id":"c-1"},"event":"ticket.comment"}""")]
    [Trait("Behaviour", "S255")]
    [Trait("Behaviour", "S259")]
    [Trait("Fault", "F116")]
    public void Equal_JSON_in_other_bytes_does_not_verify(string rewritten) =>
        Assert.Equal(
            SignatureVerdict.Mismatch,
            TicketSyncSignature.Verify([Secret], TicketSyncSignature.Sign(Secret, Body), Encoding.UTF8.GetBytes(rewritten)));

    [Theory]
    [InlineData("sha256=")]
    [InlineData("sha256")]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("sha256=abc")]
    [InlineData("sha256=zz")]
    [InlineData("sha256=dXEH6g6yUJ_CESIczphLijdXC211hsIsRvQ3nIsEPhc")]
    [InlineData("sha256=٠١٢٣")]
    [InlineData("none")]
    [Trait("Fault", "F117")]
    [Trait("Fault", "F118")]
    public void Short_or_odd_text_is_malformed_and_throws_nothing(string signature) =>
        Assert.Equal(SignatureVerdict.Malformed, TicketSyncSignature.Verify([Secret], signature, Body));

    [Theory]
    [InlineData("SHA256=", false)]
    [InlineData("sha1=", false)]
    [InlineData("none=00", false)]
    [InlineData("sha512=", false)]
    [InlineData("v1a,000", false)]
    [InlineData("", false)]
    [InlineData("sha256=", true)]
    [Trait("Fault", "F117")]
    [Trait("Fault", "F139")]
    public void Right_digits_in_another_dress_are_malformed(string prefix, bool upperCase)
    {
        var digits = TicketSyncSignature.Sign(Secret, Body)["sha256=".Length..];

        Assert.Equal(
            SignatureVerdict.Malformed,
            TicketSyncSignature.Verify([Secret], prefix + (upperCase ? digits.ToUpperInvariant() : digits), Body));
    }

    [Theory]
    [InlineData(" ", "")]
    [InlineData("", " ")]
    [InlineData("", "\n")]
    [InlineData("", "00")]
    [Trait("Fault", "F117")]
    public void Signature_with_something_around_it_is_malformed(string before, string after) =>
        Assert.Equal(
            SignatureVerdict.Malformed,
            TicketSyncSignature.Verify([Secret], before + TicketSyncSignature.Sign(Secret, Body) + after, Body));

    [Fact]
    public void One_wrong_digit_anywhere_is_a_mismatch()
    {
        var signature = TicketSyncSignature.Sign(Secret, Body);
        for (var i = "sha256=".Length; i < signature.Length; i++)
        {
            var changed = signature.ToCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';
            Assert.Equal(SignatureVerdict.Mismatch, TicketSyncSignature.Verify([Secret], new string(changed), Body));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    [Trait("Behaviour", "S260")]
    [Trait("Fault", "F136")]
    public void Every_live_secret_is_tried_once_wherever_the_match_is(int match)
    {
        var secrets = new CountingSecrets(5);
        var signer = match < 0 ? WebhookSecret.FromText("somebody-else") : secrets.Peek(match);

        var verdict = TicketSyncSignature.Verify(secrets, TicketSyncSignature.Sign(signer, Body), Body);

        Assert.Equal(match < 0 ? SignatureVerdict.Mismatch : SignatureVerdict.Valid, verdict);
        Assert.Equal([1, 1, 1, 1, 1], secrets.Reads);
    }

    [Fact]
    [Trait("Fault", "F136")]
    public void More_than_five_secrets_are_refused()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => TicketSyncSignature.Verify(new CountingSecrets(6), TicketSyncSignature.Sign(Secret, Body), Body));
        Assert.Contains("the limit is 5", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_secret_is_refused_also_after_a_match() =>
        Assert.Throws<ArgumentException>(
            () => TicketSyncSignature.Verify([Secret, null!], TicketSyncSignature.Sign(Secret, Body), Body));

    [Fact]
    public void Without_a_secret_nothing_is_let_in() =>
        Assert.Equal(SignatureVerdict.NoSecret, TicketSyncSignature.Verify([], TicketSyncSignature.Sign(Secret, Body), Body));

    [GeneratedRegex("^sha256=[0-9a-f]{64}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex PublishedShape();
}
