namespace TicketExport.Http;

/// <summary>How the reading of an answer's body ended.</summary>
public enum TicketHttpBodyEnd
{
    /// <summary>Never given.</summary>
    Unknown = 0,

    /// <summary>The whole body was read.</summary>
    Complete = 1,

    /// <summary>The body is longer than the cap; what is above it was dropped.</summary>
    Capped = 2,

    /// <summary>The connection broke or the time ran out inside the body.</summary>
    Cut = 3,
}
