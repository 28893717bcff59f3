using System.Text.Json.Serialization;

namespace TicketExport.Portable;

/// <summary>The items of a preview's list.</summary>
public enum PortableReadinessKey
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>Format, source type, source id and export status are there, and so is the document.</summary>
    [JsonStringEnumMemberName("portable_ready")]
    PortableReady = 1,

    /// <summary>The native way is shut for this source, now.</summary>
    [JsonStringEnumMemberName("provider_unavailable")]
    ProviderUnavailable = 2,

    /// <summary>Source id and fingerprint are there, and no ticket stands or may stand beside the file.</summary>
    [JsonStringEnumMemberName("duplicate_guard_ready")]
    DuplicateGuardReady = 3,

    /// <summary>The import is the customer's.</summary>
    [JsonStringEnumMemberName("import_boundary_clear")]
    ImportBoundaryClear = 4,

    /// <summary>The document holds nothing that must not leave.</summary>
    [JsonStringEnumMemberName("safe_preview")]
    SafePreview = 5,
}
