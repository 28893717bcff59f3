using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>Whether what the host changed has reached the ticket (<c>sync_state</c>).</summary>
public enum SyncState
{
    /// <summary>Not set; nothing was ever to be brought to the ticket.</summary>
    Unknown = 0,

    /// <summary>Everything has reached the ticket.</summary>
    [JsonStringEnumMemberName("synced")]
    Synced = 1,

    /// <summary>A change is on its way.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending = 2,

    /// <summary>A change did not reach the ticket.</summary>
    [JsonStringEnumMemberName("error")]
    Error = 3,
}
