using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>What went wrong with an attempt, told apart in five ways.</summary>
public enum AttemptVerdict
{
    /// <summary>Nothing went wrong, or the attempt is not over.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>The ticket was not handed over, or nobody knows whether it was.</summary>
    [JsonStringEnumMemberName("delivery_failure")]
    DeliveryFailure = 1,

    /// <summary>A required field of the target had no value.</summary>
    [JsonStringEnumMemberName("mapping_gap")]
    MappingGap = 2,

    /// <summary>Stopped because the source had a ticket.</summary>
    [JsonStringEnumMemberName("duplicate_block")]
    DuplicateBlock = 3,

    /// <summary>The ticket exists, and its status could not be read, mapped or written.</summary>
    [JsonStringEnumMemberName("sync_failure")]
    SyncFailure = 4,

    /// <summary>The file could not be made.</summary>
    [JsonStringEnumMemberName("portable_failure")]
    PortableFailure = 5,
}
