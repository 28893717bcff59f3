using System.Net.Http.Headers;
using TicketExport.Http;

namespace TicketExport.Providers.Webhook.Internal;

internal sealed class WebhookClient(IHttpClientFactory clients)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent = new("TicketExport", null);

    // Exactly the bytes that were signed leave.
    public async Task<TicketHttpResult> DeliverAsync(WebhookTargetSettings settings, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(delivery.Body);
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = content };
        settings.Network.ApplyTo(request);
        request.Headers.UserAgent.Add(UserAgent);
        foreach (var (name, value) in delivery.Headers)
        {
            request.Headers.Add(name, value);
        }

        return await TicketHttpExchange
            .SendAsync(clients.CreateClient(WebhookDefaults.HttpClientName), request, cancellationToken)
            .ConfigureAwait(false);
    }
}
