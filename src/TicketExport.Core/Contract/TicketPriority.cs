using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>How soon a ticket should be worked on. On the wire: the name in lower case.</summary>
public enum TicketPriority
{
    /// <summary>Not set; refused by validation.</summary>
    Unknown = 0,

    /// <summary>Wire value <c>urgent</c>.</summary>
    [JsonStringEnumMemberName("urgent")]
    Urgent = 1,

    /// <summary>Wire value <c>high</c>.</summary>
    [JsonStringEnumMemberName("high")]
    High = 2,

    /// <summary>Wire value <c>medium</c>.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium = 3,

    /// <summary>Wire value <c>low</c>.</summary>
    [JsonStringEnumMemberName("low")]
    Low = 4,

    /// <summary>Wire value <c>none</c>: the finding asks for no priority.</summary>
    [JsonStringEnumMemberName("none")]
    None = 5,
}
