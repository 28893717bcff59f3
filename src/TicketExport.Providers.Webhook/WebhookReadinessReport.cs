using System.Collections.Immutable;

namespace TicketExport.Providers.Webhook;

/// <summary>Whether a webhook target can be used, line by line.</summary>
/// <param name="Items">One line for each <see cref="WebhookReadinessKey"/>, in their order.</param>
public sealed record WebhookReadinessReport(ImmutableArray<WebhookReadinessItem> Items)
{
    /// <summary>
    /// Whether the receiver accepted the signed test delivery and nothing else stands against using the target. The replay guard
    /// alone does not count: flows of Zapier, Make and n8n have none until one is built in.
    /// </summary>
    public bool IsReady => Items.All(static item => item.IsMet == true || item.Key == WebhookReadinessKey.ReplayGuard);

    /// <summary>The line of one key.</summary>
    public WebhookReadinessItem this[WebhookReadinessKey key] => Items.Single(item => item.Key == key);
}
