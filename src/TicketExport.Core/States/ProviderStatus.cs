using System.Text.Json.Serialization;

namespace TicketExport.States;

/// <summary>The tracker's own status of a ticket, mapped to the words that all trackers share.</summary>
/// <remarks>Says how the work on a ticket stands. Says nothing of the finding: a ticket that is done proves no repair.</remarks>
public enum ProviderStatus
{
    /// <summary>Never read, or read and not mapped.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>Nobody works on it yet.</summary>
    [JsonStringEnumMemberName("open")]
    Open = 1,

    /// <summary>Somebody works on it.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress = 2,

    /// <summary>The outside team closed it.</summary>
    [JsonStringEnumMemberName("done")]
    Done = 3,
}
