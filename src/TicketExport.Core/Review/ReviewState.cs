using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>What a review knows of one step or one item.</summary>
public enum ReviewState
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>Looked at, and as it should be.</summary>
    [JsonStringEnumMemberName("met")]
    Met = 1,

    /// <summary>Looked at, and not as it should be.</summary>
    [JsonStringEnumMemberName("unmet")]
    Unmet = 2,

    /// <summary>Nobody could look, or there was nothing to look at. Never holds anything up by itself.</summary>
    [JsonStringEnumMemberName("not_checked")]
    NotChecked = 3,
}
