using System.Diagnostics;
using System.Text.Json.Serialization;
using TicketExport.Http;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook;

/// <summary>A webhook target set in code; what stays unset is left to configuration.</summary>
public sealed class WebhookTargetOptions
{
    /// <summary>The receiver's address. Its path may be a secret: it is never logged or shown.</summary>
    /// <value>Required. <c>https</c> to a public host, unless <see cref="NetworkPolicy"/> allows more.</value>
    public string? Url { get; set; }

    /// <summary>The secret that the receiver shares; at least 24 bytes of UTF-8.</summary>
    /// <value>Required, here or as credential <c>signing_secret</c>, <c>webhook_secret</c> or <c>secret</c>.</value>
    /// <remarks>
    /// Resolved for each delivery. To rotate it, let the receiver accept both secrets, change this one, and take the old one from the
    /// receiver when the last delivery has ended. Left out where these options are written as JSON, and not shown by a debugger.
    /// </remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string? SigningSecret { get; set; }

    /// <summary>The key that the envelope carries: one of the five of <see cref="WebhookDefaults"/>.</summary>
    /// <value>Default: <see cref="WebhookDefaults.GenericKey"/>.</value>
    public string? ProviderKey { get; set; }

    /// <summary>What the names of the headers start with.</summary>
    /// <value>Default: <see cref="WebhookHeaders.DefaultPrefix"/>.</value>
    public string? HeaderPrefix { get; set; }

    /// <summary>Where the address may lie.</summary>
    /// <value>Default: <see cref="Http.NetworkPolicy.Public"/>.</value>
    public NetworkPolicy? NetworkPolicy { get; set; }

    /// <summary>Whether you vouch that the receiver is the account's own; see <see cref="TicketTargetOptions.OwnershipConfirmed"/>.</summary>
    /// <value>Default: <see langword="false"/>: nothing is sent before it is confirmed.</value>
    public bool OwnershipConfirmed { get; set; }

    /// <summary>What is sent, and how it is signed.</summary>
    /// <value>Default: <see cref="WebhookProfile.Export"/>.</value>
    public WebhookProfile Profile { get; set; }

    internal void ApplyTo(TicketTargetOptions target)
    {
        target.Provider = ProviderKey ?? target.Provider ?? WebhookDefaults.GenericKey;
        target.BaseUrl = Url ?? target.BaseUrl;
        target.OwnershipConfirmed |= OwnershipConfirmed;
        target.SetCredential(Internal.WebhookTargetSettings.SecretNames[0], SigningSecret);
        target.SetSetting(WebhookDefaults.HeaderPrefixSetting, HeaderPrefix);
        target.SetSetting(WebhookDefaults.ProfileSetting, Profile == WebhookProfile.Unknown ? null : Internal.WebhookTargetSettings.NameOf(Profile));
        target.SetSetting(WebhookDefaults.NetworkPolicySetting, NetworkPolicy?.ToString());
    }
}
