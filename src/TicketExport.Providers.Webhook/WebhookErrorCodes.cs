namespace TicketExport.Providers.Webhook;

/// <summary>The provider's own codes, as they stand in <see cref="ExportFailure.ProviderErrorCode"/>.</summary>
public static class WebhookErrorCodes
{
    /// <summary>The receiver answered 400 or 422.</summary>
    public const string ValidationFailed = "generic_webhook_validation_failed";

    /// <summary>The receiver answered 401 or 403.</summary>
    public const string AuthFailed = "generic_webhook_auth_failed";

    /// <summary>The receiver answered with a redirect, which is never followed.</summary>
    public const string RedirectBlocked = "generic_webhook_redirect_blocked";

    /// <summary>The receiver answered 404 or 410.</summary>
    public const string NotFound = "generic_webhook_not_found";

    /// <summary>The receiver answered 413.</summary>
    public const string PayloadTooLarge = "generic_webhook_payload_too_large";

    /// <summary>The receiver answered with another status of 400 to 499.</summary>
    public const string Rejected = "generic_webhook_rejected";

    /// <summary>The target's address is not safe to send to; nothing was sent.</summary>
    public const string UrlUnsafe = "generic_webhook_url_unsafe";

    /// <summary>The target has no usable secret; nothing was sent.</summary>
    public const string SecretMissing = "generic_webhook_secret_missing";

    /// <summary>The receiver answered 429, or that its queue is full.</summary>
    public const string RateLimited = "WEBHOOK_RATE_LIMITED";
}
