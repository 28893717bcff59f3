namespace TicketExport.Core.Tests.Vectors;

/// <summary>The pages show the vectors that the tests read: no second copy can drift away.</summary>
public sealed class PublishedPageTests
{
    [Fact]
    public void Identity_page_shows_every_vector()
    {
        var page = VectorFile.Page("identity.md");

        Assert.True(VectorFile.Identity.Fingerprints.Length >= 6);
        Assert.All(VectorFile.Identity.Fingerprints, vector => Shows(page, vector.Name, vector.Fingerprint));
        Assert.All(VectorFile.Identity.IdempotencyKeys, vector => Shows(page, vector.Name, vector.IdempotencyKey));
        Assert.All(VectorFile.Identity.Markers, vector => Shows(page, vector.Name, vector.Marker));
        Assert.All(VectorFile.Identity.GuardKeys, vector => Shows(page, vector.Name, vector.GuardKey));
    }

    [Fact]
    public void Signature_page_shows_every_vector()
    {
        var page = VectorFile.Page("signatures.md");

        Assert.True(VectorFile.Signatures.Export.Length >= 8);
        Assert.True(VectorFile.Signatures.TicketSync.Length >= 8);
        Assert.All(VectorFile.Signatures.Export, vector => Shows(page, vector.Name, vector.Signature!, vector.Verdict));
        Assert.All(VectorFile.Signatures.TicketSync, vector => Shows(page, vector.Name, vector.Signature ?? "absent", vector.Verdict));
        Assert.True(VectorFile.Signatures.StandardWebhooks.Length >= 8);
        Assert.All(VectorFile.Signatures.StandardWebhooks, vector => Shows(page, vector.Name, vector.Signature, vector.Verdict));
        Assert.All(VectorFile.CanonicalJson.Canonical, vector => Shows(page, vector.Name, vector.Sha256));
        Assert.All(VectorFile.CanonicalJson.Refused, vector => Shows(page, vector.Name, vector.Path));
    }

    private static void Shows(string page, string name, params string[] values) =>
        Assert.Contains(
            page.Split('\n').Where(line => line.StartsWith("| " + name + " |", StringComparison.Ordinal)),
            row => values.All(value => row.Contains(value, StringComparison.Ordinal)));
}
