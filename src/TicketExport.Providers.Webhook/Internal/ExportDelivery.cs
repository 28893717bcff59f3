using System.Globalization;
using System.Security.Cryptography;
using TicketExport.Contract;
using TicketExport.Rendering;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>Writes and signs <c>ticket_export.requested</c>.</summary>
/// <remarks>Timestamp, nonce and attempt change from try to try; all the rest comes out byte for byte the same.</remarks>
internal static class ExportDelivery
{
    private const int NonceBytes = 16;

    public static WebhookDelivery Write(CreateTicketRequest request, WebhookTargetSettings settings, DateTimeOffset now) =>
        Sign(EnvelopeOf(request, settings.Headers.Signature, now), settings);

    public static WebhookDelivery Sign(WebhookEnvelope envelope, WebhookTargetSettings settings)
    {
        var names = settings.Headers;
        var body = TicketExportJson.ToUtf8Bytes(envelope);
        var (timestamp, nonce) = (envelope.ReplayProtection.Timestamp, envelope.ReplayProtection.Nonce);
        return new(
            body,
            [
                .. HeadersOf(envelope, names),
                new(names.Signature, ExportSignature.Sign(settings.Secrets[0], timestamp, nonce, body)),
            ]);
    }

    internal static WebhookEnvelope EnvelopeOf(CreateTicketRequest request, string signatureHeader, DateTimeOffset now) => new()
    {
        IdempotencyKey = request.Keys.IdempotencyKey.Value,
        ReplayProtection = new ReplayProtection
        {
            Timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            Nonce = RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true),
            SignatureHeader = signatureHeader,
        },
        Attempt = request.Attempt,
        Target = new EnvelopeTarget { Id = request.Target.Id, ProviderKey = request.Target.ProviderKey },
        Account = request.Account,
        TicketExport = request.Document,
        RenderedBody = MarkdownRenderer.Render(request.Body),
    };

    internal static IEnumerable<KeyValuePair<string, string>> HeadersOf(WebhookEnvelope envelope, WebhookHeaders names) =>
    [
        new(names.Event, envelope.Event),
        new(names.Schema, envelope.SchemaVersion),
        new(names.IdempotencyKey, envelope.IdempotencyKey),
        new(names.Timestamp, envelope.ReplayProtection.Timestamp),
        new(names.Nonce, envelope.ReplayProtection.Nonce),
    ];
}
