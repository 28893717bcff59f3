namespace TicketExport.Webhooks.Receiver;

/// <summary>Why a request was refused. For the receiver's own eyes: the answer to the sender does not tell signature reasons apart.</summary>
public enum RefusalReason
{
    /// <summary>Not refused.</summary>
    Unknown = 0,

    /// <summary>503: there is no usable secret, so nothing can be let in.</summary>
    NotConfigured = 1,

    /// <summary>429: the rate limit was reached.</summary>
    RateLimited = 2,

    /// <summary>413: the body is too large.</summary>
    TooLarge = 3,

    /// <summary>401: a signature header is absent or empty.</summary>
    SignatureMissing = 4,

    /// <summary>401: a signature header has another shape, or came twice.</summary>
    SignatureMalformed = 5,

    /// <summary>401: no live secret made the signature over these bytes.</summary>
    SignatureMismatch = 6,

    /// <summary>401: the timestamp is too far from the receiver's clock.</summary>
    OutsideWindow = 7,

    /// <summary>401: the nonce was used before.</summary>
    NonceReplayed = 8,

    /// <summary>401: the signed copy of timestamp, nonce or header name in the body differs from the headers.</summary>
    CopyMismatch = 9,

    /// <summary>400: a header does not repeat the body.</summary>
    HeaderMismatch = 10,

    /// <summary>400: the schema's version is not the one that this receiver reads.</summary>
    UnsupportedSchema = 11,

    /// <summary>400: the body is no JSON.</summary>
    NotJson = 12,

    /// <summary>422: the body is JSON that breaks the contract.</summary>
    ContractBroken = 13,

    /// <summary>422: the idempotency key came before with other content: a mistake or an attack.</summary>
    ContentChanged = 14,

    /// <summary>425: the same delivery is being worked on, here or on another node.</summary>
    InProgress = 15,

    /// <summary>503: a store is full or failed, so the delivery could not be guarded.</summary>
    StoreUnavailable = 16,

    /// <summary>500: the handler threw or ran out of time.</summary>
    HandlerFailed = 17,
}
