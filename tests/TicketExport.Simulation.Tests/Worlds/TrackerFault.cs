namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>What the way to the tracker and back does to one create request.</summary>
internal enum TrackerFault
{
    /// <summary>Committed and answered.</summary>
    None,

    /// <summary>The connection is refused: provably not sent.</summary>
    Refused,

    /// <summary>Cut before the tracker had all of it.</summary>
    Dropped,

    /// <summary>Committed, and the connection is cut instead of an answer.</summary>
    LostReply,

    /// <summary>Committed, and the answer takes long.</summary>
    SlowReply,

    /// <summary>Committed long after it came, whether or not the caller still listens.</summary>
    LateCommit,

    /// <summary>5xx, nothing committed.</summary>
    ErrorBeforeCommit,

    /// <summary>Committed, then 5xx.</summary>
    ErrorAfterCommit,

    /// <summary>Committed, and the adapter throws over the answer.</summary>
    AdapterThrows,

    /// <summary>429 without a time.</summary>
    RateLimited,

    /// <summary>429 with a time.</summary>
    RateLimitedUntil,

    /// <summary>4xx: refused for good.</summary>
    Rejected,
}
