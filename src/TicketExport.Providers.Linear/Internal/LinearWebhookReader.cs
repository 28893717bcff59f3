using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>Verifies a delivery on its raw bytes, then its age, and only then reads it. Pure.</summary>
internal static class LinearWebhookReader
{
    private const string SignatureHeader = "Linear-Signature";
    private const string DeliveryHeader = "Linear-Delivery";
    private const int DefaultToleranceSeconds = 60;
    private const int LongestToleranceSeconds = 86_400;

    private static readonly string[] SecretNames = [LinearDefaults.WebhookSecretCredential, LinearDefaults.PreviousWebhookSecretCredential];

    /// <summary>How far the signed timestamp may lie from now.</summary>
    public static TimeSpan ReadTolerance(TargetSettingsReader reader)
    {
        var text = reader.ReadText(LinearDefaults.WebhookToleranceSetting);
        if (text is null)
        {
            return TimeSpan.FromSeconds(DefaultToleranceSeconds);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestToleranceSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        reader.AddSetting(LinearDefaults.WebhookToleranceSetting, $"Set it to 1 to {LongestToleranceSeconds} seconds, or leave it out for {DefaultToleranceSeconds}.");
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

        if (!request.Headers.TryGetValue(SignatureHeader, out var signature) || signature.Length == 0)
        {
            return new InboundOutcome.Refused(InboundRefusal.SignatureMissing);
        }

        if (!IsSigned(request.Body.Span, signature, secrets))
        {
            return new InboundOutcome.Refused(InboundRefusal.SignatureInvalid);
        }

        var deliveryId = request.Headers.TryGetValue(DeliveryHeader, out var id) && RemoteText.IsId(id) ? id : null;
        if (ReadBody(request.Body) is not { } body)
        {
            return new InboundOutcome.Malformed(deliveryId);
        }

        return IsFresh(body.WebhookTimestamp, request.ReceivedAt, ReadTolerance(reader))
            ? ReadEvents(deliveryId, body, request.Target)
            : new InboundOutcome.Refused(InboundRefusal.Expired);
    }

    // Every secret is tried, whichever fits: the time taken tells nothing.
    private static bool IsSigned(ReadOnlySpan<byte> body, string signature, ImmutableArray<string> secrets)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != given.Length * 2 || Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var isSigned = false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
            isSigned |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return isSigned;
    }

    private static LinearWebhook? ReadBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, LinearJsonContext.Default.LinearWebhook);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static bool IsFresh(long? timestamp, DateTimeOffset now, TimeSpan tolerance) =>
        timestamp is { } sent && Math.Abs((decimal)now.ToUnixTimeMilliseconds() - sent) <= (decimal)tolerance.TotalMilliseconds;

    private static InboundOutcome ReadEvents(string? deliveryId, LinearWebhook body, TicketTarget target) => body switch
    {
        { Type: "Issue", Data: var issue } => LinearWebhookEvents.OfIssue(body, issue, target) is { } happened
            ? new InboundOutcome.Authentic(deliveryId, [happened])
            : new InboundOutcome.Malformed(deliveryId),
        { Type: "Comment", Data: { IssueId: null, Issue: null } } => new InboundOutcome.Authentic(deliveryId, []),
        { Type: "Comment", Data: var comment } => LinearWebhookEvents.OfComment(body, comment, target) is { } happened
            ? new InboundOutcome.Authentic(deliveryId, [happened])
            : new InboundOutcome.Malformed(deliveryId),
        _ => new InboundOutcome.Authentic(deliveryId, []),
    };
}
