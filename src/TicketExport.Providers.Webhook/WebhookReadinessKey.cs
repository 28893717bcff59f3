namespace TicketExport.Providers.Webhook;

/// <summary>What a webhook target must have before it is used.</summary>
public enum WebhookReadinessKey
{
    /// <summary>Never answered.</summary>
    Unknown = 0,

    /// <summary>The address takes JSON by POST over HTTPS and redirects nowhere.</summary>
    Endpoint = 1,

    /// <summary>There is a usable secret, and the receiver accepts what it signs.</summary>
    Signing = 2,

    /// <summary>The receiver takes the schema version that header and body name.</summary>
    Schema = 3,

    /// <summary>The receiver refuses an old timestamp and a nonce that it has seen.</summary>
    ReplayGuard = 4,

    /// <summary>Header and body carry one idempotency key.</summary>
    Idempotency = 5,

    /// <summary>Nothing in the body must not leave the host.</summary>
    Payload = 6,
}
