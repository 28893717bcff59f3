using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

internal sealed class ExportProfile : IWebhookProfile
{
    public static readonly ExportProfile Instance = new();

    public WebhookSecret ReadSecret(string text) => WebhookSecret.FromText(text);

    public SignatureVerdict Verify(IReadOnlyList<WebhookSecret> secrets, ReceivedRequest request, TimeSpan tolerance)
    {
        var (headers, names) = (request.Headers, request.Names);
        var signed = new SignedDelivery(headers[names.Timestamp], headers[names.Nonce], headers[names.Signature]);
        return ExportSignature.Verify(secrets, signed, request.Body.Span, request.Now, tolerance);
    }

    public string? Nonce(ReceivedRequest request) => request.Headers[request.Names.Nonce];

    public Reading Read(ReceivedRequest request)
    {
        var (headers, names) = (request.Headers, request.Names);
        var read = TicketExportJson.ReadEnvelope(request.Body.Span);
        var isOurs = string.Equals(headers[names.Event], TicketExportContract.RequestedEvent, StringComparison.Ordinal);
        var isOther = ContractReading.IsOtherEvent(read);
        if (isOther || !isOurs)
        {
            return isOther && !isOurs && headers[names.Event] is { Length: > 0 }
                ? Reading.Ignored
                : Reading.Refuse(RefusalReason.HeaderMismatch);
        }

        if (!string.Equals(headers[names.Schema], TicketExportContract.WebhookVersion, StringComparison.Ordinal))
        {
            return Reading.Refuse(RefusalReason.UnsupportedSchema);
        }

        return read.IsValid ? Check(request, read.Value) : ContractReading.Refuse(read);
    }

    private static Reading Check(ReceivedRequest request, WebhookEnvelope envelope)
    {
        var (headers, names, copy) = (request.Headers, request.Names, envelope.ReplayProtection);
        if (!string.Equals(copy.Timestamp, headers[names.Timestamp], StringComparison.Ordinal)
            || !string.Equals(copy.Nonce, headers[names.Nonce], StringComparison.Ordinal)
            || !string.Equals(copy.SignatureHeader, names.Signature, StringComparison.OrdinalIgnoreCase))
        {
            return Reading.Refuse(RefusalReason.CopyMismatch);
        }

        return string.Equals(headers[names.IdempotencyKey], envelope.IdempotencyKey, StringComparison.Ordinal)
            ? new WebhookDelivery(request.Endpoint, envelope) { ReceivedAt = request.Now, SignedAt = request.SignedAt(names.Timestamp) }
            : Reading.Refuse(RefusalReason.HeaderMismatch);
    }
}
