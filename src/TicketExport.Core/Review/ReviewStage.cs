using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>The steps of a review, in the order in which they are always taken.</summary>
public enum ReviewStage
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>Which record asks, and whether it can be told apart from others.</summary>
    [JsonStringEnumMemberName("source")]
    Source = 1,

    /// <summary>Which tickets the source has had so far, at any target.</summary>
    [JsonStringEnumMemberName("existing_reference")]
    ExistingReference = 2,

    /// <summary>How far what is known of those tickets can be relied on.</summary>
    [JsonStringEnumMemberName("sync_check")]
    SyncCheck = 3,

    /// <summary>Whether another ticket would be a second one.</summary>
    [JsonStringEnumMemberName("duplicate_decision")]
    DuplicateDecision = 4,

    /// <summary>What comes next.</summary>
    [JsonStringEnumMemberName("next_step")]
    NextStep = 5,
}
