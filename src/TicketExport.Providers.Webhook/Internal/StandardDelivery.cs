using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>Writes <c>ticket_export.requested</c> as <see cref="ExportDelivery"/> does, and signs it as Standard Webhooks 1.0 says.</summary>
internal static class StandardDelivery
{
    public static WebhookDelivery Write(CreateTicketRequest request, WebhookTargetSettings settings, DateTimeOffset now) =>
        Sign(ExportDelivery.EnvelopeOf(request, StandardWebhookSignature.SignatureHeader, now), settings);

    public static WebhookDelivery Sign(WebhookEnvelope envelope, WebhookTargetSettings settings)
    {
        var body = TicketExportJson.ToUtf8Bytes(envelope);

        // The id is what a receiver guards by, so it is the key of the export and not of this try.
        var (id, timestamp) = (envelope.IdempotencyKey, envelope.ReplayProtection.Timestamp);
        return new(
            body,
            [
                .. ExportDelivery.HeadersOf(envelope, settings.Headers),
                new(StandardWebhookSignature.IdHeader, id),
                new(StandardWebhookSignature.TimestampHeader, timestamp),
                new(StandardWebhookSignature.SignatureHeader, StandardWebhookSignature.Sign(settings.Secrets, id, timestamp, body)),
            ]);
    }
}
