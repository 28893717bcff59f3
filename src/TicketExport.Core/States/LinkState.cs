using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>How an export is tied to a ticket.</summary>
public enum LinkState
{
    /// <summary>No ticket is known.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>The ticket is known and guards its source against a second one.</summary>
    [JsonStringEnumMemberName("live")]
    Live = 1,

    /// <summary>The tracker no longer shows the ticket; the link guards its source all the same until a person decides.</summary>
    [JsonStringEnumMemberName("broken")]
    Broken = 2,

    /// <summary>A person took the link away; the next ticket of the source is another export, of the next generation.</summary>
    [JsonStringEnumMemberName("unlinked")]
    Unlinked = 3,
}
