using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>How bad a finding is. On the wire: the name in lower case.</summary>
public enum TicketSeverity
{
    /// <summary>Not set; refused by validation.</summary>
    Unknown = 0,

    /// <summary>Wire value <c>critical</c>.</summary>
    [JsonStringEnumMemberName("critical")]
    Critical = 1,

    /// <summary>Wire value <c>high</c>.</summary>
    [JsonStringEnumMemberName("high")]
    High = 2,

    /// <summary>Wire value <c>medium</c>.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium = 3,

    /// <summary>Wire value <c>low</c>.</summary>
    [JsonStringEnumMemberName("low")]
    Low = 4,

    /// <summary>Wire value <c>info</c>.</summary>
    [JsonStringEnumMemberName("info")]
    Info = 5,
}
