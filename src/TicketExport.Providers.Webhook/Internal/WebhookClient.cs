using System.Net.Http.Headers;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

internal sealed class WebhookClient(IHttpClientFactory clients)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent = new("TicketExport", null);

    // Signs exactly the bytes that leave.
    public async Task<TicketHttpResult> DeliverAsync(WebhookTargetSettings settings, WebhookEnvelope envelope, CancellationToken cancellationToken)
    {
        var body = TicketExportJson.ToUtf8Bytes(envelope);
        var (timestamp, nonce) = (envelope.ReplayProtection.Timestamp, envelope.ReplayProtection.Nonce);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = content };
        settings.Network.ApplyTo(request);
        request.Headers.UserAgent.Add(UserAgent);
        var names = settings.Headers;
        request.Headers.Add(names.Event, envelope.Event);
        request.Headers.Add(names.Schema, envelope.SchemaVersion);
        request.Headers.Add(names.IdempotencyKey, envelope.IdempotencyKey);
        request.Headers.Add(names.Timestamp, timestamp);
        request.Headers.Add(names.Nonce, nonce);
        request.Headers.Add(names.Signature, ExportSignature.Sign(settings.Secret, timestamp, nonce, body));
        return await TicketHttpExchange
            .SendAsync(clients.CreateClient(WebhookDefaults.HttpClientName), request, cancellationToken)
            .ConfigureAwait(false);
    }
}
