using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>The single word for an export in a list; derived by <see cref="ExportSummary.Of"/> and never stored.</summary>
public enum ExportWord
{
    /// <summary>The export has no status.</summary>
    Unknown = 0,

    /// <summary>Built, and neither approved nor sent.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft = 1,

    /// <summary>Approved, and not yet sent.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved = 2,

    /// <summary>Being sent now.</summary>
    [JsonStringEnumMemberName("exporting")]
    Exporting = 3,

    /// <summary>Sent with unknown effect.</summary>
    [JsonStringEnumMemberName("delivery_unknown")]
    DeliveryUnknown = 4,

    /// <summary>Not created; the next try is planned.</summary>
    [JsonStringEnumMemberName("retry_scheduled")]
    RetryScheduled = 5,

    /// <summary>Not created; the cause must change.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 6,

    /// <summary>Stopped before it was sent.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked = 7,

    /// <summary>The target lost its connection.</summary>
    [JsonStringEnumMemberName("disconnected")]
    Disconnected = 8,

    /// <summary>Handed over as a file.</summary>
    [JsonStringEnumMemberName("portable")]
    Portable = 9,

    /// <summary>The ticket was created, and a step after that failed.</summary>
    [JsonStringEnumMemberName("partial_failed")]
    PartialFailed = 10,

    /// <summary>A ticket was created, and the tracker no longer shows it.</summary>
    [JsonStringEnumMemberName("broken_reference")]
    BrokenReference = 11,

    /// <summary>The ticket was taken off its source by a person.</summary>
    [JsonStringEnumMemberName("unlinked")]
    Unlinked = 12,

    /// <summary>The ticket exists; its status is not known.</summary>
    [JsonStringEnumMemberName("exported")]
    Exported = 13,

    /// <summary>The ticket exists and nobody works on it yet.</summary>
    [JsonStringEnumMemberName("open")]
    Open = 14,

    /// <summary>The ticket exists and somebody works on it.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress = 15,

    /// <summary>The ticket exists and the outside team closed it.</summary>
    [JsonStringEnumMemberName("done")]
    Done = 16,
}
