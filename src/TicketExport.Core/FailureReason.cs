namespace TicketExport;

/// <summary>Why something failed, independent of the tracker.</summary>
public enum FailureReason
{
    /// <summary>None of the others.</summary>
    Unknown = 0,

    /// <summary>The credentials were refused.</summary>
    Authentication = 1,

    /// <summary>The credentials are good and do not reach far enough.</summary>
    Permission = 2,

    /// <summary>A setting of ours is missing or wrong; nothing was sent.</summary>
    Configuration = 3,

    /// <summary>The receiver refused the content.</summary>
    Validation = 4,

    /// <summary>The place for the ticket does not exist.</summary>
    NotFound = 5,

    /// <summary>Something of the same identity is already there.</summary>
    Conflict = 6,

    /// <summary>Too many requests; wait.</summary>
    RateLimited = 7,

    /// <summary>The other side cannot be reached or cannot answer now.</summary>
    Unavailable = 8,

    /// <summary>No answer within the time allowed.</summary>
    Timeout = 9,

    /// <summary>The request may have created the ticket.</summary>
    Ambiguous = 10,

    /// <summary>The address is not safe to send to; nothing was sent.</summary>
    UnsafeAddress = 11,

    /// <summary>The other side answered with a redirect, which is never followed.</summary>
    Redirected = 12,

    /// <summary>The content must not leave the host; nothing was sent.</summary>
    UnsafeContent = 13,

    /// <summary>A required field of the target has no value; nothing was sent.</summary>
    MappingIncomplete = 14,

    /// <summary>Nobody confirmed that the destination is the customer's own; nothing was sent.</summary>
    OwnershipUnconfirmed = 15,

    /// <summary>The target serves another project than the finding's; nothing was sent.</summary>
    Unrelated = 16,

    /// <summary>The target must not be sent links to evidence, and the document has some; nothing was sent.</summary>
    EvidenceNotAccepted = 17,
}
