using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>
/// Verifies <c>Authorization: Bearer</c> of webhooks that an app registered: a JWT that Jira signs with the app's client secret (RFC 7519,
/// HS256). It does not cover the body. Pure.
/// </summary>
internal static class JiraWebhookToken
{
    private const string Header = "Authorization";
    private const string Scheme = "Bearer ";
    private const int MaxLength = 8 * 1024;

    // Two clocks are never the same.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    public static bool IsSent(InboundRequest request) =>
        request.Headers.TryGetValue(Header, out var header) && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    public static InboundRefusal? FindRefusal(InboundRequest request, string clientSecret)
    {
        var parts = request.Headers[Header][Scheme.Length..].Trim().Split('.');
        if (parts is not [var header, var claims, var signature]
            || request.Headers[Header].Length > MaxLength
            || !Fits(clientSecret, $"{header}.{claims}", signature)
            || ReadText(header, "alg") != "HS256")
        {
            return InboundRefusal.SignatureInvalid;
        }

        return ReadSeconds(claims, "exp") is { } end && end + Leeway >= request.ReceivedAt && !(ReadSeconds(claims, "iat") > request.ReceivedAt + Leeway)
            ? null
            : InboundRefusal.Expired;
    }

    private static bool Fits(string secret, string signed, string signature)
    {
        if (!Ascii.IsValid(signed) || !Base64Url.IsValid(signature))
        {
            return false;
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed));
        return CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(signature));
    }

    private static string? ReadText(string part, string name) =>
        Read(part, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static DateTimeOffset? ReadSeconds(string part, string name) =>
        Read(part, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static JsonElement? Read(string part, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(Base64Url.DecodeFromChars(part));
            return JsonElement.TryParseValue(ref reader, out var claims) && claims is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var value)
                ? value
                : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }
}
