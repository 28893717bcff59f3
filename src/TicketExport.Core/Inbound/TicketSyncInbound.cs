using System.Globalization;
using System.Text.Json;
using TicketExport.Providers;
using TicketExport.Signing;
using TicketExport.States;

namespace TicketExport.Inbound;

/// <summary>
/// Verifies and reads deliveries of the ticket-sync profile: <c>X-Signature: sha256=</c> over the raw body, and in the body an
/// <c>external_id</c> with a <c>comment</c>, a <c>status</c> or both. For providers of such senders; pure and thread-safe.
/// </summary>
/// <remarks>
/// Members that the profile does not name are ignored, an account or a request among them. A sender may add <c>delivery_id</c>, by
/// which a repetition is known, and <c>sent_at</c> (RFC 3339), by which its events are ordered; the body's signature covers both.
/// </remarks>
public static class TicketSyncInbound
{
    private const int MaxId = 256;
    private const int MaxWord = 200;

    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Verifies a delivery on its raw bytes, in constant time, and only then reads it.</summary>
    /// <param name="request">The delivery.</param>
    /// <param name="secrets">The live secrets, at most 5; more than one while a secret is being rotated. With none, nothing is believed.</param>
    /// <param name="options">How it is taken.</param>
    /// <exception cref="ArgumentException">There are more than 5 secrets.</exception>
    public static InboundOutcome Read(InboundRequest request, IReadOnlyList<WebhookSecret> secrets, TicketSyncInboundOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var verdict = TicketSyncSignature.Verify(secrets, request.Headers.GetValueOrDefault(WebhookHeaders.TicketSyncSignature), request.Body.Span);
        if (verdict != SignatureVerdict.Valid)
        {
            return new InboundOutcome.Refused(verdict switch
            {
                SignatureVerdict.NoSecret => InboundRefusal.NoSecret,
                SignatureVerdict.Missing => InboundRefusal.SignatureMissing,
                _ => InboundRefusal.SignatureInvalid,
            });
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body, Json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new TicketSyncInboundReading(document.RootElement, request, options).Read()
                : new InboundOutcome.Malformed(null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is how a text with half a character shows itself.
            return new InboundOutcome.Malformed(null);
        }
    }

    /// <summary>What the words that senders use most say about a ticket; <see cref="ProviderStatus.Unknown"/> for any other.</summary>
    public static ProviderStatus StatusOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.ToUpperInvariant() switch
        {
            "OPEN" or "NEW" or "REOPENED" => ProviderStatus.Open,
            "IN_PROGRESS" or "SUBMITTED" or "IN_REVIEW" => ProviderStatus.InProgress,
            "DONE" or "CLOSED" or "RESOLVED" or "COMPLETED" => ProviderStatus.Done,
            _ => ProviderStatus.Unknown,
        };
    }

    internal static string? Text(JsonElement parent, string name, int longest) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= longest ? text : null;

    // A sender whose ids are numbers writes them as numbers.
    internal static string? Id(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null
            : Text(parent, name, MaxId);

    internal static bool Has(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    internal static string? Word(JsonElement parent, string name) => Text(parent, name, MaxWord);
}
