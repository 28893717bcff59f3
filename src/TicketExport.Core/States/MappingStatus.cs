using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>Whether the target's required fields are mapped (<c>mapping_status</c>).</summary>
public enum MappingStatus
{
    /// <summary>Not set; read as <see cref="Unchecked"/>.</summary>
    Unknown = 0,

    /// <summary>Every required field has a value.</summary>
    [JsonStringEnumMemberName("complete")]
    Complete = 1,

    /// <summary>A required field has no value; nothing can be sent.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete = 2,

    /// <summary>Nobody has looked yet.</summary>
    [JsonStringEnumMemberName("unchecked")]
    Unchecked = 3,
}
