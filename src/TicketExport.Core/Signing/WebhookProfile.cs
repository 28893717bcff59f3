namespace TicketExport.Signing;

/// <summary>What deliveries carry, and how they are signed. A target and an endpoint have exactly one; a signature of another is never accepted.</summary>
public enum WebhookProfile
{
    /// <summary>Not set; read as <see cref="Export"/> by senders.</summary>
    Unknown = 0,

    /// <summary>Timestamp, nonce and body are signed: <see cref="ExportSignature"/>. Carries <c>ticket_export.requested</c>.</summary>
    Export = 1,

    /// <summary>The body alone is signed: <see cref="TicketSyncSignature"/>. Carries the events <c>ticket.*</c>.</summary>
    TicketSync = 2,

    /// <summary>Id, timestamp and body are signed: <see cref="StandardWebhookSignature"/>. Carries <c>ticket_export.requested</c>.</summary>
    StandardWebhooks = 3,
}
