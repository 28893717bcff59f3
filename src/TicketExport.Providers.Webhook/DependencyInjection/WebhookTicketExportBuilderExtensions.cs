using Microsoft.Extensions.DependencyInjection.Extensions;
using TicketExport.Providers.Webhook;
using TicketExport.Providers.Webhook.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the webhook provider: signed deliveries to a receiver of one's own, Zapier, Make or n8n.</summary>
public static class WebhookTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddWebhook(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(WebhookDefaults.HttpClientName, static client => client.AddressIsSecret = true);
        builder.Services.TryAddSingleton<IWebhookReadiness, WebhookReadiness>();
        return builder.AddProvider<WebhookTicketProvider>();
    }

    /// <summary>Adds the provider and a target. Safe to call twice; the later settings hold.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets the target's address and secret.</param>
    public static TicketExportBuilder AddWebhook(this TicketExportBuilder builder, string targetId, Action<WebhookTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddWebhook().AddTarget(targetId, target =>
        {
            var options = new WebhookTargetOptions();
            configure(options);
            options.ApplyTo(target);
        });
    }
}
