namespace TicketExport.Signing;

/// <summary>What checking a signature found. Only <see cref="Valid"/> lets a delivery in.</summary>
public enum SignatureVerdict
{
    /// <summary>Not checked.</summary>
    Unknown = 0,

    /// <summary>A live secret made this signature, and the delivery is inside its time window.</summary>
    Valid = 1,

    /// <summary>A signature header is absent or empty.</summary>
    Missing = 2,

    /// <summary>A signature header does not have the shape that its profile publishes.</summary>
    Malformed = 3,

    /// <summary>No live secret made this signature over these bytes.</summary>
    Mismatch = 4,

    /// <summary>The delivery was signed too long ago or too far ahead. Says nothing about its signature.</summary>
    OutsideWindow = 5,

    /// <summary>No secret is configured, so nothing can be let in.</summary>
    NoSecret = 6,
}
