using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

internal sealed class TicketSyncProfile : IWebhookProfile
{
    public static readonly TicketSyncProfile Instance = new();

    public WebhookSecret ReadSecret(string text) => WebhookSecret.FromText(text);

    public SignatureVerdict Verify(IReadOnlyList<WebhookSecret> secrets, ReceivedRequest request, TimeSpan tolerance) =>
        TicketSyncSignature.Verify(secrets, request.Headers[WebhookHeaders.TicketSyncSignature], request.Body.Span);

    public string? Nonce(ReceivedRequest request) => null;

    public Reading Read(ReceivedRequest request)
    {
        var read = TicketExportJson.ReadTicketSync(request.Body.Span);
        if (ContractReading.IsOtherEvent(read))
        {
            return Reading.Ignored;
        }

        return read.IsValid ? new WebhookDelivery(request.Endpoint, read.Value) { ReceivedAt = request.Now } : ContractReading.Refuse(read);
    }
}
