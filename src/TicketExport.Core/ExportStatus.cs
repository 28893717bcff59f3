using System.Text.Json.Serialization;

namespace TicketExport;

/// <summary>
/// Where an export stands. One of several separate axes: the tracker's own status, the state of the sync and the
/// remediation of the finding are never read from it.
/// </summary>
public enum ExportStatus
{
    /// <summary>Not set; refused by validation.</summary>
    Unknown = 0,

    /// <summary>The document is built and nothing has been approved or sent.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft = 1,

    /// <summary>The export was approved and waits for a worker.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved = 2,

    /// <summary>A worker holds the export and may be sending it.</summary>
    [JsonStringEnumMemberName("delivering")]
    Delivering = 3,

    /// <summary>A request left and its effect is not known; it is never sent again before that is settled.</summary>
    [JsonStringEnumMemberName("delivery_unknown")]
    DeliveryUnknown = 4,

    /// <summary>The ticket exists and is linked.</summary>
    [JsonStringEnumMemberName("exported")]
    Exported = 5,

    /// <summary>Proven not created; a retry is planned for a known time.</summary>
    [JsonStringEnumMemberName("retry_scheduled")]
    RetryScheduled = 6,

    /// <summary>The ticket exists, and a step after its creation failed. Never leads to a new create.</summary>
    [JsonStringEnumMemberName("partial_failed")]
    PartialFailed = 7,

    /// <summary>Proven not created, and only a change of the cause helps.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 8,

    /// <summary>Stopped before anything was sent.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked = 9,

    /// <summary>The target lost its connection; links and history stay.</summary>
    [JsonStringEnumMemberName("disconnected")]
    Disconnected = 10,

    /// <summary>Handed over as a file; has no live provider status.</summary>
    [JsonStringEnumMemberName("portable")]
    Portable = 11,
}
