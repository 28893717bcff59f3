using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Inbound;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>Takes what a receiver of the ticket-sync profile sends back. A target of another profile takes nothing.</summary>
internal static class WebhookInbound
{
    public static InboundOutcome Read(InboundRequest request)
    {
        var reader = new TargetSettingsReader(request.Target, request.Credential);
        var isTicketSync = reader.ReadText(WebhookDefaults.ProfileSetting) == WebhookTargetSettings.NameOf(WebhookProfile.TicketSync);
        var statuses = reader.ReadStatuses();
        var options = new TicketSyncInboundOptions
        {
            IsStrict = reader.ReadFlag(WebhookDefaults.StrictInboundSetting),
            StatusOf = word => statuses.TryGetValue(word, out var said) ? said : TicketSyncInbound.StatusOf(word),
        };
        return TicketSyncInbound.Read(request, isTicketSync ? Secrets(request.Credential) : [], options);
    }

    // The current one as for sending, and the one before it while it is being rotated. A secret too short to sign with verifies nothing.
    private static ImmutableArray<WebhookSecret> Secrets(TicketCredential credential)
    {
        var current = WebhookTargetSettings.SecretNames.FirstOrDefault(name => credential.TryGet(name, out _));
        return
        [
            .. new[] { current, WebhookTargetSettings.FormerSecretName }
                .Select(name => name is not null && credential.TryGet(name, out var text) ? WebhookTargetSettings.ToSecret(text, isStandard: false) : null)
                .OfType<WebhookSecret>()
                .Where(static secret => secret.ByteCount >= WebhookSecret.MinimumBytes),
        ];
    }
}
