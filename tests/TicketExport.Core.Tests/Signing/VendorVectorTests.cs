using System.Text;
using System.Text.Json;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

/// <summary>HMAC-SHA256 schemes of other systems, computed through ours: two independent worlds must give the same bytes.</summary>
public sealed class VendorVectorTests
{
    private const string VectorsFile = "webhook-signing/vectors.json";

    [SpecsFact(VectorsFile)]
    public void Body_signatures_agree() =>
        Each(["github-x-hub-signature-256", "asana-inbound", "clickup-inbound"], 5, vector =>
        {
            var secret = WebhookSecret.FromText(Get(vector, "secret"));
            var signature = Get(vector, "signature");
            signature = signature.StartsWith("sha256=", StringComparison.Ordinal) ? signature : "sha256=" + signature;
            var body = Bytes(vector, "body");

            Assert.Equal(signature, TicketSyncSignature.Sign(secret, body));
            Assert.Equal(SignatureVerdict.Valid, TicketSyncSignature.Verify([secret], signature, body));
        });

    [SpecsFact(VectorsFile)]
    public void Standard_webhooks_signatures_agree() =>
        Each(["standard-webhooks-v1", "svix-v1", "standard-webhooks-v1-ascii-secret"], 3, vector =>
        {
            var secret = WebhookSecret.FromStandardWebhooks(Get(vector, "secret"));
            var signature = StandardWebhookSignature.Sign([secret], Get(vector, "id"), Get(vector, "timestamp"), Bytes(vector, "body"));

            Assert.Equal(Get(vector, "signature"), signature);
            Assert.Equal(SignatureVerdict.Valid, VerifyStandard(vector, signature));
        });

    [SpecsFact(VectorsFile)]
    [Trait("Fault", "F136")]
    public void Signatures_of_a_rotation_and_a_forgery_get_the_published_answer() =>
        Each(["standard-webhooks-v1-rotation", "standard-webhooks-v1-negative"], 2, vector =>
            Assert.Equal(vector.GetProperty("valid").GetBoolean(), VerifyStandard(vector, Get(vector, "header")) == SignatureVerdict.Valid));

    [SpecsFact(VectorsFile)]
    public void Signatures_over_a_prefixed_body_agree()
    {
        Each(["slack-v0"], 1, vector => Assert.Equal(
            Get(vector, "signature"),
            "v0=" + SignHex(vector, $"v0:{Get(vector, "timestamp")}:{Get(vector, "body")}")));
        Each(["stripe-v1"], 2, vector => Assert.Equal(
            Get(vector, "header"),
            $"t={Get(vector, "timestamp")},v1={SignHex(vector, $"{Get(vector, "timestamp")}.{Get(vector, "body")}")}"));
        Each(["convoy-advanced"], 1, vector => Assert.Equal(
            Get(vector, "v1"),
            SignHex(vector, $"{Get(vector, "timestamp")},{Get(vector, "body")}")));
    }

    private static void Each(string[] schemes, int atLeast, Action<JsonElement> check)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SpecsFactAttribute.Folder!, VectorsFile)));
        JsonElement[] found = [.. document.RootElement.GetProperty("vectors").EnumerateArray()
            .Where(vector => schemes.Contains(Get(vector, "scheme")))];
        Assert.True(found.Length >= atLeast, $"{found.Length} vectors of {string.Join(", ", schemes)} found, {atLeast} expected.");
        Assert.All(found, check);
    }

    private static string SignHex(JsonElement vector, string signed) =>
        TicketSyncSignature.Sign(WebhookSecret.FromText(Get(vector, "secret")), Encoding.UTF8.GetBytes(signed))["sha256=".Length..];

    private static string Get(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;

    private static byte[] Bytes(JsonElement vector, string name) => Encoding.UTF8.GetBytes(Get(vector, name));

    private static SignatureVerdict VerifyStandard(JsonElement vector, string signature) => StandardWebhookSignature.Verify(
        [WebhookSecret.FromStandardWebhooks(Get(vector, "secret"))],
        new(Get(vector, "id"), Get(vector, "timestamp"), signature),
        Bytes(vector, "body"),
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Get(vector, "timestamp"), null)),
        TimeSpan.FromSeconds(300));
}
