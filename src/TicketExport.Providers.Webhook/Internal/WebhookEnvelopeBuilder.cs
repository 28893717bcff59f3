using TicketExport.Contract;

namespace TicketExport.Providers.Webhook.Internal;

internal static class WebhookEnvelopeBuilder
{
    // Timestamp, nonce and attempt change from try to try; all the rest comes out byte for byte the same.
    public static WebhookEnvelope Build(CreateTicketRequest request, RenderedBody body, ReplayProtection protection) => new()
    {
        IdempotencyKey = request.Keys.IdempotencyKey.Value,
        ReplayProtection = protection,
        Attempt = request.Attempt,
        Target = new EnvelopeTarget { Id = request.Target.Id, ProviderKey = request.Target.ProviderKey },
        Account = request.Account,
        TicketExport = request.Document,
        RenderedBody = body,
    };
}
