using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Providers.ServiceNow.Protocol;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Verifies a delivery of the script in docs/providers/servicenow.md on its raw bytes, then its age, and only then reads it. Pure.</summary>
internal static class ServiceNowWebhookReader
{
    private const string SignatureHeader = "X-TicketExport-Signature";
    private const string TimestampHeader = "X-TicketExport-Timestamp";
    private const string SignaturePrefix = "sha256=";
    private const int DefaultToleranceSeconds = 300;
    private const int LongestToleranceSeconds = 86_400;
    private const int MaxTimestamp = 20;

    private static readonly string[] SecretNames = [ServiceNowDefaults.WebhookSecretCredential, ServiceNowDefaults.PreviousWebhookSecretCredential];

    /// <summary>How far the signed timestamp may lie from now.</summary>
    public static TimeSpan ReadTolerance(TargetSettingsReader reader)
    {
        var text = reader.ReadText(ServiceNowDefaults.WebhookToleranceSetting);
        if (text is null)
        {
            return TimeSpan.FromSeconds(DefaultToleranceSeconds);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestToleranceSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        reader.AddSetting(ServiceNowDefaults.WebhookToleranceSetting, $"Set it to 1 to {LongestToleranceSeconds} seconds, or leave it out for {DefaultToleranceSeconds}.");
        return TimeSpan.FromSeconds(DefaultToleranceSeconds);
    }

    public static InboundOutcome Read(InboundRequest request)
    {
        var reader = new TargetSettingsReader(request.Target, request.Credential);
        ImmutableArray<string> secrets = [.. SecretNames.Select(reader.ReadSecret).OfType<string>()];
        if (secrets.IsEmpty)
        {
            return new InboundOutcome.Refused(InboundRefusal.NoSecret);
        }

        if (request.Headers.GetValueOrDefault(SignatureHeader) is not { Length: > 0 } signature)
        {
            return new InboundOutcome.Refused(InboundRefusal.SignatureMissing);
        }

        var timestamp = request.Headers.GetValueOrDefault(TimestampHeader) is { Length: > 0 and <= MaxTimestamp } text ? text : "";
        if (!IsSigned(timestamp, request.Body.Span, signature, secrets))
        {
            return new InboundOutcome.Refused(InboundRefusal.SignatureInvalid);
        }

        if (!IsFresh(timestamp, request.ReceivedAt, ReadTolerance(reader)))
        {
            return new InboundOutcome.Refused(InboundRefusal.Expired);
        }

        return ReadBody(request.Body) is { } delivery && ServiceNowWebhookEvents.IsComplete(delivery)
            ? new InboundOutcome.Authentic(ServiceNowWebhookEvents.IdOf(delivery), ServiceNowWebhookEvents.Of(delivery, request, reader))
            : new InboundOutcome.Malformed(null);
    }

    // Every secret is tried, whichever fits: the time taken tells nothing.
    private static bool IsSigned(string timestamp, ReadOnlySpan<byte> body, string signature, ImmutableArray<string> secrets)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryReadSignature(signature, given))
        {
            return false;
        }

        var isSigned = false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
            mac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
            mac.AppendData(body);
            _ = mac.GetHashAndReset(expected);
            isSigned |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return isSigned;
    }

    // Base64, as an instance's own function gives it, or hexadecimal digits.
    private static bool TryReadSignature(string signature, Span<byte> mac)
    {
        var text = signature.StartsWith(SignaturePrefix, StringComparison.Ordinal) ? signature[SignaturePrefix.Length..] : signature;
        return text.Length == mac.Length * 2
            ? Convert.FromHexString(text, mac, out _, out _) == OperationStatus.Done
            : Convert.TryFromBase64String(text, mac, out var written) && written == mac.Length;
    }

    private static bool IsFresh(string timestamp, DateTimeOffset now, TimeSpan tolerance) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - sent) <= (decimal)tolerance.TotalSeconds;

    private static ServiceNowDelivery? ReadBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ServiceNowJsonContext.Default.ServiceNowDelivery);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
