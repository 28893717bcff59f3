using System.Diagnostics;
using System.Text.Json.Serialization;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver;

/// <summary>Options of one endpoint that receives deliveries.</summary>
/// <remarks>In a host they are read anew for each request, so that a rotated or revoked secret holds at once.</remarks>
public sealed class WebhookReceiverOptions
{
    /// <summary>How deliveries to this endpoint are signed.</summary>
    /// <value>Default: <see cref="WebhookProfile.Export"/>.</value>
    public WebhookProfile Profile { get; set; } = WebhookProfile.Export;

    /// <summary>The live secrets; more than one while a secret is being rotated.</summary>
    /// <value>
    /// Default: none, which closes the endpoint: it answers 503. At most 5, each of at least 24 bytes; for
    /// <see cref="WebhookProfile.StandardWebhooks"/> as <c>whsec_</c> and base64.
    /// </value>
    /// <remarks>Left out where these options are written as JSON, and not shown by a debugger.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public IList<string> Secrets { get; } = [];

    /// <summary>What the names of the export profile's headers start with.</summary>
    /// <value>Default: <see cref="WebhookHeaders.DefaultPrefix"/>.</value>
    public string HeaderPrefix { get; set; } = WebhookHeaders.DefaultPrefix;

    /// <summary>How far a delivery's timestamp may be from the receiver's clock, either way.</summary>
    /// <value>Default: 5 minutes. Range: 1 second to 1 hour.</value>
    public TimeSpan Tolerance { get; set; } = WebhookReceiverDefaults.Tolerance;

    /// <summary>How long a nonce is remembered.</summary>
    /// <value>Default: 15 minutes. Range: twice <see cref="Tolerance"/> to 1 day.</value>
    public TimeSpan NonceLifetime { get; set; } = WebhookReceiverDefaults.NonceLifetime;

    /// <summary>How long the answer to an idempotency key is remembered; a delivery that comes later does its work again.</summary>
    /// <value>Default: 30 days. Range: 1 hour to 3650 days.</value>
    public TimeSpan AnswerLifetime { get; set; } = WebhookReceiverDefaults.AnswerLifetime;

    /// <summary>The most bytes of a body; a larger one gets 413 before anything is hashed.</summary>
    /// <value>Default: 1 MiB. Range: 1 KiB to 4 MiB, the contract's own limit.</value>
    public int MaxBodyBytes { get; set; } = WebhookReceiverDefaults.MaxBodyBytes;

    /// <summary>How long a handler may take before its token is cancelled. Another node waits 30 seconds more before it takes over.</summary>
    /// <value>Default: 30 seconds. Range: 1 second to 10 minutes. The sender waits 15 seconds by default.</value>
    public TimeSpan HandlerTimeout { get; set; } = WebhookReceiverDefaults.HandlerTimeout;
}
