using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>How far the ticket's status, as last read, can be relied on (<c>status_sync_status</c>).</summary>
public enum StatusSyncStatus
{
    /// <summary>Not set; read as <see cref="Never"/>.</summary>
    Unknown = 0,

    /// <summary>The status was never read.</summary>
    [JsonStringEnumMemberName("never")]
    Never = 1,

    /// <summary>The last read succeeded and is young enough.</summary>
    [JsonStringEnumMemberName("fresh")]
    Fresh = 2,

    /// <summary>The last read succeeded and is too old.</summary>
    [JsonStringEnumMemberName("stale")]
    Stale = 3,

    /// <summary>The last read failed; the next one is planned.</summary>
    [JsonStringEnumMemberName("retry_scheduled")]
    RetryScheduled = 4,

    /// <summary>The last read failed, and only a change of the cause helps.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 5,

    /// <summary>The target lost its connection.</summary>
    [JsonStringEnumMemberName("disconnected")]
    Disconnected = 6,
}
