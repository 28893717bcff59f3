using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>
/// The items of readiness lists, the most fundamental first. Those below 100 are in every review, with the table in
/// docs/concepts/review.md; those from 101 are about the host itself, with the table in docs/aspnetcore.md.
/// </summary>
public enum ReadinessKey
{
    /// <summary>Not set; never in an answer.</summary>
    Unknown = 0,

    /// <summary>The account, the source's type and its id are there.</summary>
    [JsonStringEnumMemberName("source_identifiers_visible")]
    SourceIdentifiersVisible = 1,

    /// <summary>The document keeps the contract.</summary>
    [JsonStringEnumMemberName("document_valid")]
    DocumentValid = 2,

    /// <summary>The document holds nothing that must not leave the host.</summary>
    [JsonStringEnumMemberName("content_safe")]
    ContentSafe = 3,

    /// <summary>The target may be sent this document: it serves the finding's project and accepts what the document holds.</summary>
    [JsonStringEnumMemberName("target_suitable")]
    TargetSuitable = 4,

    /// <summary>The target's address is safe to send to.</summary>
    [JsonStringEnumMemberName("base_url_safe")]
    BaseUrlSafe = 5,

    /// <summary>The destination is confirmed as the customer's own.</summary>
    [JsonStringEnumMemberName("ownership_confirmed")]
    OwnershipConfirmed = 6,

    /// <summary>The provider is there, configured, and accepts the credentials.</summary>
    [JsonStringEnumMemberName("provider_connected")]
    ProviderConnected = 7,

    /// <summary>Every required field of the target has a value.</summary>
    [JsonStringEnumMemberName("mapping_complete")]
    MappingComplete = 8,

    /// <summary>A ticket that was made can be named: by its id, its key or its address.</summary>
    [JsonStringEnumMemberName("provider_reference_visible")]
    ReferenceVisible = 9,

    /// <summary>Whether the source has a ticket is known, and which one.</summary>
    [JsonStringEnumMemberName("duplicate_state_known")]
    DuplicateKnown = 10,

    /// <summary>A repeated export would be stopped or become an update.</summary>
    [JsonStringEnumMemberName("duplicate_guard_ready")]
    DuplicateGuardReady = 11,

    /// <summary>What is known of the source's tickets is young enough to rely on.</summary>
    [JsonStringEnumMemberName("sync_fresh")]
    SyncFresh = 12,

    /// <summary>No earlier approval of the source is being carried out.</summary>
    [JsonStringEnumMemberName("nothing_under_way")]
    NothingUnderWay = 13,

    /// <summary>Neither the target nor the export waits for a time.</summary>
    [JsonStringEnumMemberName("no_cooldown")]
    NoCooldown = 14,

    /// <summary>What made the last try fail is no longer so.</summary>
    [JsonStringEnumMemberName("cause_removed")]
    CauseRemoved = 15,

    /// <summary>A file and a native ticket cannot both come of this export.</summary>
    [JsonStringEnumMemberName("fallback_boundary_clear")]
    FallbackBoundaryClear = 16,

    /// <summary>The file, where one is due, could be made.</summary>
    [JsonStringEnumMemberName("portable_path_usable")]
    PortablePathUsable = 17,

    /// <summary>The ledger answers.</summary>
    [JsonStringEnumMemberName("ledger_reachable")]
    LedgerReachable = 101,

    /// <summary>A worker of this process asks for due exports.</summary>
    [JsonStringEnumMemberName("worker_seen")]
    WorkerSeen = 102,

    /// <summary>What is due goes out in time.</summary>
    [JsonStringEnumMemberName("due_work_flows")]
    DueWorkFlows = 103,

    /// <summary>The target's provider is there, and its keys are set.</summary>
    [JsonStringEnumMemberName("provider_configured")]
    ProviderConfigured = 104,

    /// <summary>Nobody and nothing disabled the target.</summary>
    [JsonStringEnumMemberName("target_enabled")]
    TargetEnabled = 105,
}
