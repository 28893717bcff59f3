using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Verifies <c>X-Hub-Signature: sha256=</c> over the raw body, in constant time. Pure.</summary>
internal static class JiraWebhookSignature
{
    private const string Header = "X-Hub-Signature";
    private const string Method = "sha256=";

    public static InboundRefusal? FindRefusal(InboundRequest request)
    {
        string[] secrets = [.. new[] { JiraDefaults.WebhookSecretCredential, JiraDefaults.PreviousWebhookSecretCredential }
            .Select(name => request.Credential.TryGet(name, out var secret) ? secret : null)
            .OfType<string>()];
        if (secrets.Length == 0)
        {
            return InboundRefusal.NoSecret;
        }

        if (!request.Headers.TryGetValue(Header, out var header) || string.IsNullOrWhiteSpace(header))
        {
            return InboundRefusal.SignatureMissing;
        }

        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        var isHex = header.StartsWith(Method, StringComparison.Ordinal)
            && header.Length == Method.Length + (2 * given.Length)
            && Convert.FromHexString(header.AsSpan(Method.Length), given, out _, out _) == System.Buffers.OperationStatus.Done;
        return isHex && Fits(secrets, request.Body.Span, given) ? null : InboundRefusal.SignatureInvalid;
    }

    private static bool Fits(string[] secrets, ReadOnlySpan<byte> body, ReadOnlySpan<byte> given)
    {
        var fits = false;
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
            fits |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return fits;
    }
}
