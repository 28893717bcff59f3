using System.Text.Json.Serialization;

namespace TicketExport.Providers;

/// <summary>What a provider's tickets are.</summary>
public enum ReferenceKind
{
    /// <summary>Not said.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>An issue of a code host or of an issue tracker.</summary>
    [JsonStringEnumMemberName("issue")]
    Issue = 1,

    /// <summary>A work item, card or task of a planning tool.</summary>
    [JsonStringEnumMemberName("work_item")]
    WorkItem = 2,

    /// <summary>Whatever a webhook's receiver made of the delivery.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook = 3,
}
