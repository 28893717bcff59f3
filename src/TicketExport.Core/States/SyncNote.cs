using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>What stands beside the word of an export whose ticket is not in step with what is shown.</summary>
public enum SyncNote
{
    /// <summary>Nothing to say: in step, or there is no ticket to be in step with.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>A change of the host's is on its way to the ticket.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending = 1,

    /// <summary>The ticket's status was never read.</summary>
    [JsonStringEnumMemberName("never")]
    Never = 2,

    /// <summary>The ticket's status is too old to rely on.</summary>
    [JsonStringEnumMemberName("stale")]
    Stale = 3,

    /// <summary>The last sync failed; the next one is planned.</summary>
    [JsonStringEnumMemberName("retry_scheduled")]
    RetryScheduled = 4,

    /// <summary>The last sync failed, and only a change of the cause helps.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 5,

    /// <summary>The target lost its connection.</summary>
    [JsonStringEnumMemberName("disconnected")]
    Disconnected = 6,
}
