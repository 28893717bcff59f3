using TicketExport.Contract;

namespace TicketExport.Providers.Webhook;

/// <summary>Names and limits of the webhook provider.</summary>
public static class WebhookDefaults
{
    /// <summary>The family's key.</summary>
    public const string Key = WebhookProviderKeys.Webhook;

    /// <summary>A receiver of one's own; the key that a target gets when none is set.</summary>
    public const string GenericKey = WebhookProviderKeys.GenericWebhook;

    /// <summary>A Catch Hook of Zapier.</summary>
    public const string ZapierKey = WebhookProviderKeys.ZapierWebhook;

    /// <summary>A custom webhook of Make.</summary>
    public const string MakeKey = WebhookProviderKeys.MakeWebhook;

    /// <summary>A Webhook node of n8n.</summary>
    public const string N8nKey = WebhookProviderKeys.N8nWebhook;

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "TicketExport.Webhook";

    /// <summary>The setting that holds the prefix of the header names.</summary>
    public const string HeaderPrefixSetting = "header_prefix";

    /// <summary>The setting that says where the address may lie, in the words of <see cref="Http.NetworkPolicy"/>.</summary>
    public const string NetworkPolicySetting = Http.TargetSettingsReader.NetworkPolicySetting;

    /// <summary>The setting that says what is sent and how it is signed: <c>export</c>, <c>ticket_sync</c> or <c>standard_webhooks</c>.</summary>
    public const string ProfileSetting = "profile";

    /// <summary>
    /// The setting that makes inbound deliveries of the <c>ticket_sync</c> profile carry <c>delivery_id</c> and <c>sent_at</c> when it is
    /// <c>true</c>, so that a recorded one cannot be sent again.
    /// </summary>
    public const string StrictInboundSetting = "inbound_strict";

    /// <summary>How long one delivery may take, with the receiver's answer: 15 seconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
}
