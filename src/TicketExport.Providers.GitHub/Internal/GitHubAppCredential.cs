using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>A GitHub App and one of its installations. Not a record: those print their members.</summary>
internal sealed class GitHubAppCredential(string appId, long installationId, string privateKey)
{
    private const int MinimumKeyBits = 2048;

    public string AppId => appId;

    public long InstallationId => installationId;

    /// <summary>Whether a text is a private key that can sign for an app: RSA of at least 2,048 bits.</summary>
    public static bool IsPrivateKey(string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(Unescape(pem));
            return key.KeySize >= MinimumKeyBits && key.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Signs with RS256 (RFC 7518, section 3.3).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        using var key = RSA.Create();
        key.ImportFromPem(Unescape(privateKey));
        return key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>What tells the tokens of this installation, with this key and at this server, from all others; holds no secret.</summary>
    public string CacheKeyFor(Uri root) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{root.AbsoluteUri}\n{appId}\n{installationId}\n{privateKey}"))));

    public override string ToString() => nameof(GitHubAppCredential);

    // Settings of one line carry the line breaks of a PEM as two characters.
    private static string Unescape(string pem) => pem.Replace("\\n", "\n", StringComparison.Ordinal);
}
