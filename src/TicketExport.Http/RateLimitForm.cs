namespace TicketExport.Http;

/// <summary>How a tracker writes the time at which its limit is reset.</summary>
public enum RateLimitForm
{
    /// <summary>Never given.</summary>
    Unknown = 0,

    /// <summary>Seconds since 1970-01-01 UTC, as GitHub and GitLab do.</summary>
    EpochSeconds = 1,

    /// <summary>Milliseconds since 1970-01-01 UTC, as Linear does.</summary>
    EpochMilliseconds = 2,

    /// <summary>Seconds from now, as the draft of the <c>RateLimit</c> headers has it.</summary>
    Seconds = 3,

    /// <summary>A timestamp of ISO 8601, as Jira does.</summary>
    Timestamp = 4,
}
