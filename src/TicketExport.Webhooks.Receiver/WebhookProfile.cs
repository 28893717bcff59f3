using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver;

/// <summary>How deliveries to an endpoint are signed. An endpoint has exactly one; a signature of another is never accepted.</summary>
public enum WebhookProfile
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>Timestamp, nonce and body are signed: <see cref="ExportSignature"/>. Carries <c>ticket_export.requested</c>.</summary>
    Export = 1,

    /// <summary>The body alone is signed: <see cref="TicketSyncSignature"/>. Carries the events <c>ticket.*</c>.</summary>
    TicketSync = 2,

    /// <summary>Id, timestamp and body are signed: <see cref="StandardWebhookSignature"/>. Carries <c>ticket_export.requested</c>.</summary>
    StandardWebhooks = 3,
}
