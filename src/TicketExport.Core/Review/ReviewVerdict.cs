using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>Whether an export can be approved now.</summary>
public enum ReviewVerdict
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>Nothing holds it up.</summary>
    [JsonStringEnumMemberName("ready")]
    Ready = 1,

    /// <summary>Something must change or pass first; the review names it and who does it.</summary>
    [JsonStringEnumMemberName("still_blocked")]
    StillBlocked = 2,

    /// <summary>Must not go out at all: a ticket exists, or this document does not belong at this target.</summary>
    [JsonStringEnumMemberName("stop")]
    Stop = 3,
}
