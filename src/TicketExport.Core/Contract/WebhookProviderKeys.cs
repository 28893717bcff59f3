using System.Collections.Immutable;

namespace TicketExport.Contract;

/// <summary>The provider keys of targets that receive the webhook envelope.</summary>
public static class WebhookProviderKeys
{
    /// <summary>Any receiver of the customer; a second spelling of <see cref="Webhook"/>.</summary>
    public const string GenericWebhook = "generic_webhook";

    /// <summary>Any receiver of the customer.</summary>
    public const string Webhook = "webhook";

    /// <summary>A receiver at Zapier.</summary>
    public const string ZapierWebhook = "zapier_webhook";

    /// <summary>A receiver at Make.</summary>
    public const string MakeWebhook = "make_webhook";

    /// <summary>A receiver at n8n.</summary>
    public const string N8nWebhook = "n8n_webhook";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [GenericWebhook, Webhook, ZapierWebhook, MakeWebhook, N8nWebhook];
}
