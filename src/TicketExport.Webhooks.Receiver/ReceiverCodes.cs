namespace TicketExport.Webhooks.Receiver;

/// <summary>The codes in the body of an answer that is not a success. The sender records them as the receiver's code.</summary>
public static class ReceiverCodes
{
    /// <summary>401: signature, timestamp, nonce or secret is not right. Which one is in the receiver's log only.</summary>
    public const string SignatureInvalid = "WEBHOOK_SIGNATURE_INVALID";

    /// <summary>400 or 422: the delivery is signed, and its headers or its content are not what the contract says.</summary>
    public const string ValidationFailed = "WEBHOOK_VALIDATION_FAILED";

    /// <summary>429: send again after the time in <c>Retry-After</c>.</summary>
    public const string RateLimited = "WEBHOOK_RATE_LIMITED";

    /// <summary>413: the body is larger than the receiver takes.</summary>
    public const string PayloadTooLarge = "WEBHOOK_PAYLOAD_TOO_LARGE";

    /// <summary>422: the idempotency key came before with other content.</summary>
    public const string ContentChanged = "WEBHOOK_CONTENT_CHANGED";

    /// <summary>425: the same delivery is being worked on; send again after the time in <c>Retry-After</c>.</summary>
    public const string InProgress = "WEBHOOK_IN_PROGRESS";

    /// <summary>503: the receiver has no usable secret.</summary>
    public const string NotConfigured = "WEBHOOK_NOT_CONFIGURED";

    /// <summary>500 or 503: the receiver could not do the work now.</summary>
    public const string Unavailable = "WEBHOOK_UNAVAILABLE";
}
