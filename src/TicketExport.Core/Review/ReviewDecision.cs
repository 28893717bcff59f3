using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>Where a source goes from here: exactly one of these for each review.</summary>
public enum ReviewDecision
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>No ticket stands in the way: a new one is created once nothing holds it up.</summary>
    [JsonStringEnumMemberName("create")]
    Create = 1,

    /// <summary>The export that exists goes on under its key: settled, waited for or tried again. Nothing new is begun beside it.</summary>
    [JsonStringEnumMemberName("retry")]
    Retry = 2,

    /// <summary>A ticket exists, and what is known of it must be brought up to date before anything else.</summary>
    [JsonStringEnumMemberName("retry_sync")]
    RetrySync = 3,

    /// <summary>A ticket exists: open it.</summary>
    [JsonStringEnumMemberName("open_existing")]
    OpenExisting = 4,

    /// <summary>A ticket exists, and the target's policy changes it instead of leaving it as it is.</summary>
    [JsonStringEnumMemberName("update_existing")]
    UpdateExisting = 5,

    /// <summary>No native way can be brought back safely: hand over a file.</summary>
    [JsonStringEnumMemberName("portable_file")]
    PortableFile = 6,
}
