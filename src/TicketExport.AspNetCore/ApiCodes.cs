namespace TicketExport.AspNetCore;

/// <summary>The codes of problems that arise at the HTTP interface itself, beside those of <see cref="ExportCodes"/>.</summary>
public static class ApiCodes
{
    /// <summary>Nobody is signed in.</summary>
    public const string Unauthenticated = "TICKET_API_UNAUTHENTICATED";

    /// <summary>The caller belongs to the account and may not do this.</summary>
    public const string Forbidden = "TICKET_API_FORBIDDEN";

    /// <summary>There is no such thing in the account, or no such account.</summary>
    public const string NotFound = "TICKET_API_NOT_FOUND";

    /// <summary>The source has no ticket.</summary>
    public const string NotLinked = "TICKET_API_NOT_LINKED";

    /// <summary>Another caller is at work on the same export or ticket; ask again in a moment.</summary>
    public const string InProgress = "TICKET_API_IN_PROGRESS";

    /// <summary>What was asked for does not belong to how the export stands; <c>reason</c> says why.</summary>
    public const string Refused = "TICKET_API_REFUSED";

    /// <summary>The provider cannot do this.</summary>
    public const string NotSupported = "TICKET_API_NOT_SUPPORTED";

    /// <summary>A part of the request cannot be used; <c>fields</c> says which.</summary>
    public const string RequestInvalid = "TICKET_API_REQUEST_INVALID";

    /// <summary>The body is not the JSON that is wanted.</summary>
    public const string BodyMalformed = "TICKET_API_BODY_MALFORMED";

    /// <summary>The body is larger than this route takes.</summary>
    public const string BodyTooLarge = "TICKET_API_BODY_TOO_LARGE";

    /// <summary>The body did not come in time.</summary>
    public const string BodyTooSlow = "TICKET_API_BODY_TOO_SLOW";

    /// <summary>The body is no JSON by its content type.</summary>
    public const string ContentTypeUnsupported = "TICKET_API_CONTENT_TYPE_UNSUPPORTED";

    /// <summary>The <c>Idempotency-Key</c> came before with another request.</summary>
    public const string IdempotencyKeyReused = "TICKET_API_IDEMPOTENCY_KEY_REUSED";

    /// <summary>The request with this <c>Idempotency-Key</c> is still being answered.</summary>
    public const string IdempotencyKeyInUse = "TICKET_API_IDEMPOTENCY_KEY_IN_USE";

    /// <summary>The ledger cannot be reached.</summary>
    public const string LedgerUnavailable = "TICKET_API_LEDGER_UNAVAILABLE";

    /// <summary>An inbound delivery has no signature that fits.</summary>
    public const string InboundNotAuthentic = "TICKET_INBOUND_SIGNATURE_INVALID";

    /// <summary>The inbound side of the target is closed: it has no secret to verify with.</summary>
    public const string InboundClosed = "TICKET_INBOUND_CLOSED";

    /// <summary>An authentic delivery is no JSON.</summary>
    public const string InboundMalformed = "TICKET_INBOUND_MALFORMED";

    /// <summary>An authentic delivery lacks a field.</summary>
    public const string InboundIncomplete = "TICKET_INBOUND_INCOMPLETE";

    /// <summary>An authentic delivery is about a ticket that is not linked here.</summary>
    public const string InboundUnknownTicket = "TICKET_INBOUND_UNKNOWN_TICKET";

    /// <summary>The delivery's id came before with another body.</summary>
    public const string InboundConflict = "TICKET_INBOUND_CONFLICT";

    /// <summary>Too many deliveries for the target.</summary>
    public const string InboundTooMany = "TICKET_INBOUND_TOO_MANY";

    /// <summary>No part of the product that the request needs is registered; the detail holds the line to add.</summary>
    public const string NotRegistered = "TICKET_API_NOT_REGISTERED";
}
