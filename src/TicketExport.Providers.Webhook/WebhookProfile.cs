namespace TicketExport.Providers.Webhook;

/// <summary>What a webhook target is sent, and how it is signed. A target has exactly one profile.</summary>
public enum WebhookProfile
{
    /// <summary>Not set; read as <see cref="Export"/>.</summary>
    Unknown = 0,

    /// <summary>Setting <c>export</c>: <c>ticket_export.requested</c> with the whole document, signed with timestamp and nonce.</summary>
    Export = 1,

    /// <summary>
    /// Setting <c>ticket_sync</c>: <c>ticket.create</c>, <c>ticket.close</c> and <c>ticket.comment</c>, each signed over its body alone
    /// in <c>X-Signature</c>.
    /// </summary>
    TicketSync = 2,

    /// <summary>
    /// Setting <c>standard_webhooks</c>: the deliveries of <see cref="Export"/>, signed as Standard Webhooks 1.0 says, so that any
    /// library of that specification verifies them.
    /// </summary>
    StandardWebhooks = 3,
}
