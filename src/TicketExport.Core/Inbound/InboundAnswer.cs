namespace TicketExport.Inbound;

/// <summary>What a delivery came to, and the HTTP status that tells it to the sender.</summary>
public enum InboundAnswer
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>Authentic and taken, also where nothing of it concerned a ticket: 200.</summary>
    Taken = 1,

    /// <summary>Authentic and taken before; nothing was done: 200.</summary>
    Repeated = 2,

    /// <summary>The signature is missing or does not fit, or no target has this key: 401. Nothing was read.</summary>
    NotAuthentic = 3,

    /// <summary>The target has no secret to verify with, and stays closed: 503.</summary>
    Closed = 4,

    /// <summary>Authentic, and no JSON that can be read: 400.</summary>
    Malformed = 5,

    /// <summary>Authentic, and a field that is needed is missing: 422.</summary>
    Incomplete = 6,

    /// <summary>Authentic, and about a ticket that is not linked here, or not for certain: 404.</summary>
    UnknownTicket = 7,

    /// <summary>Authentic, and its delivery id came before with another body: 409.</summary>
    Conflict = 8,

    /// <summary>Too many deliveries for this target; nothing was verified: 429.</summary>
    TooMany = 9,

    /// <summary>The body is larger than this target takes; nothing was verified: 413.</summary>
    TooLarge = 10,
}
