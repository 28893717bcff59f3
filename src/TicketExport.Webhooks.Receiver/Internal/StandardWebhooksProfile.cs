using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>The same envelope under other headers. The id is the idempotency key, so answering it once is the guard against replays.</summary>
internal sealed class StandardWebhooksProfile : IWebhookProfile
{
    public static readonly StandardWebhooksProfile Instance = new();

    public WebhookSecret ReadSecret(string text) => WebhookSecret.FromStandardWebhooks(text);

    public SignatureVerdict Verify(IReadOnlyList<WebhookSecret> secrets, ReceivedRequest request, TimeSpan tolerance)
    {
        var headers = request.Headers;
        var signed = new StandardWebhookDelivery(
            headers[StandardWebhookSignature.IdHeader],
            headers[StandardWebhookSignature.TimestampHeader],
            headers[StandardWebhookSignature.SignatureHeader]);
        return StandardWebhookSignature.Verify(secrets, signed, request.Body.Span, request.Now, tolerance);
    }

    public string? Nonce(ReceivedRequest request) => null;

    public Reading Read(ReceivedRequest request)
    {
        var read = TicketExportJson.ReadEnvelope(request.Body.Span);
        if (ContractReading.IsOtherEvent(read))
        {
            return Reading.Ignored;
        }

        return read.IsValid ? Check(request, read.Value) : ContractReading.Refuse(read);
    }

    private static Reading Check(ReceivedRequest request, WebhookEnvelope envelope)
    {
        var (headers, copy) = (request.Headers, envelope.ReplayProtection);
        if (!string.Equals(copy.Timestamp, headers[StandardWebhookSignature.TimestampHeader], StringComparison.Ordinal)
            || !string.Equals(copy.SignatureHeader, StandardWebhookSignature.SignatureHeader, StringComparison.OrdinalIgnoreCase))
        {
            return Reading.Refuse(RefusalReason.CopyMismatch);
        }

        return string.Equals(headers[StandardWebhookSignature.IdHeader], envelope.IdempotencyKey, StringComparison.Ordinal)
            ? new WebhookDelivery(request.Endpoint, envelope)
            {
                ReceivedAt = request.Now,
                SignedAt = request.SignedAt(StandardWebhookSignature.TimestampHeader),
            }
            : Reading.Refuse(RefusalReason.HeaderMismatch);
    }
}
