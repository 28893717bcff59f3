using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

internal static class WebhookProfiles
{
    public static IWebhookProfile Get(WebhookProfile profile) => profile switch
    {
        WebhookProfile.Export => ExportProfile.Instance,
        WebhookProfile.TicketSync => TicketSyncProfile.Instance,
        WebhookProfile.StandardWebhooks => StandardWebhooksProfile.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "The profile must be Export, TicketSync or StandardWebhooks."),
    };
}
