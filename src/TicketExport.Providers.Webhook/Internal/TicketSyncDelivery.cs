using TicketExport.Contract;
using TicketExport.Rendering;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>Writes and signs the events of the ticket-sync profile. The same event always gives the same bytes and signature.</summary>
internal static class TicketSyncDelivery
{
    public static WebhookDelivery Create(CreateTicketRequest request, WebhookTargetSettings settings) => Sign(
        new TicketSyncMessage
        {
            Event = TicketSyncEvents.Create,
            IdempotencyKey = request.Keys.IdempotencyKey.Value,
            TicketExport = request.Document,
            RenderedBody = MarkdownRenderer.Render(request.Body),
        },
        settings);

    // Closing twice is closing once, so the ticket alone makes the key. The account is in it because several may share a receiver.
    public static WebhookDelivery Close(CloseTicketRequest request, WebhookTargetSettings settings) => Sign(
        new TicketSyncMessage
        {
            Event = TicketSyncEvents.Close,
            IdempotencyKey = OperationKey.Of(TicketSyncEvents.Close, request.Account.Id, request.Target.Id, request.Ticket.ProviderTicketId),
            ExternalId = request.Ticket.ProviderTicketId,
        },
        settings);

    public static WebhookDelivery Comment(AddCommentRequest request, WebhookTargetSettings settings) => Sign(
        new TicketSyncMessage
        {
            Event = TicketSyncEvents.Comment,
            IdempotencyKey = OperationKey.Of(TicketSyncEvents.Comment, request.Account.Id, request.Target.Id, request.Ticket.ProviderTicketId, request.CommentId),
            ExternalId = request.Ticket.ProviderTicketId,
            Comment = new TicketSyncComment { Id = request.CommentId, Body = request.Text },
        },
        settings);

    public static WebhookDelivery Test(string idempotencyKey, WebhookTargetSettings settings) =>
        Sign(new TicketSyncMessage { Event = TicketSyncEvents.Test, IdempotencyKey = idempotencyKey }, settings);

    private static WebhookDelivery Sign(TicketSyncMessage message, WebhookTargetSettings settings)
    {
        var body = TicketExportJson.ToCanonicalUtf8Bytes(message);
        return new(body, [new(WebhookHeaders.TicketSyncSignature, TicketSyncSignature.Sign(settings.Secrets[0], body))]);
    }
}
