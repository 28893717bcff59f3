using System.Text.Json.Serialization;
using TicketExport.States;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One export as the ledger holds it, with what is known of its ticket.</summary>
internal sealed record ExportBody
{
    [JsonPropertyName("ticket_export_id")]
    public required string ExportId { get; init; }

    [JsonPropertyName("source_type")]
    public required string SourceType { get; init; }

    [JsonPropertyName("source_id")]
    public required string SourceId { get; init; }

    [JsonPropertyName("report_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReportId { get; init; }

    [JsonPropertyName("project_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProjectId { get; init; }

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("provider_key")]
    public required string ProviderKey { get; init; }

    [JsonPropertyName("duplicate_fingerprint")]
    public required string DuplicateFingerprint { get; init; }

    [JsonPropertyName("idempotency_key")]
    public required string IdempotencyKey { get; init; }

    [JsonPropertyName("generation")]
    public required int Generation { get; init; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireEnumConverter<ExportWord>))]
    public required ExportWord Status { get; init; }

    [JsonPropertyName("sync_note")]
    [JsonConverter(typeof(WireEnumConverter<SyncNote>))]
    public required SyncNote SyncNote { get; init; }

    [JsonPropertyName("export_status")]
    [JsonConverter(typeof(WireEnumConverter<ExportStatus>))]
    public required ExportStatus ExportStatus { get; init; }

    [JsonPropertyName("link")]
    [JsonConverter(typeof(WireEnumConverter<LinkState>))]
    public required LinkState Link { get; init; }

    [JsonPropertyName("mapping_status")]
    [JsonConverter(typeof(WireEnumConverter<MappingStatus>))]
    public required MappingStatus MappingStatus { get; init; }

    [JsonPropertyName("sync_state")]
    [JsonConverter(typeof(WireEnumConverter<SyncState>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SyncState? SyncState { get; init; }

    [JsonPropertyName("status_sync_status")]
    [JsonConverter(typeof(WireEnumConverter<StatusSyncStatus>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatusSyncStatus? StatusSyncStatus { get; init; }

    [JsonPropertyName("provider_status")]
    [JsonConverter(typeof(WireEnumConverter<ProviderStatus>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProviderStatus? ProviderStatus { get; init; }

    [JsonPropertyName("raw_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RawStatus { get; init; }

    [JsonPropertyName("provider_ticket_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProviderTicketId { get; init; }

    [JsonPropertyName("external_issue_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalIssueId { get; init; }

    [JsonPropertyName("external_ticket_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalTicketUrl { get; init; }

    [JsonPropertyName("portable_export_path")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PortableExportPath { get; init; }

    [JsonPropertyName("is_fallback_eligible")]
    public bool IsFallbackEligible { get; init; }

    [JsonPropertyName("attempt_count")]
    public required int AttemptCount { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("approved_at")]
    public required DateTimeOffset ApprovedAt { get; init; }

    [JsonPropertyName("linked_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LinkedAt { get; init; }

    [JsonPropertyName("last_synced_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastSyncedAt { get; init; }

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }

    [JsonPropertyName("failure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureBody? Failure { get; init; }

    [JsonPropertyName("sync_failure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureBody? SyncFailure { get; init; }
}
