using System.Text.Json.Serialization;
using TicketExport.States;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>The tie between a source and its ticket.</summary>
internal sealed record LinkBody
{
    [JsonPropertyName("provider")]
    public required string Provider { get; init; }

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("ticket_export_id")]
    public required string ExportId { get; init; }

    [JsonPropertyName("external_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId { get; init; }

    [JsonPropertyName("external_key")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalKey { get; init; }

    [JsonPropertyName("external_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalUrl { get; init; }

    [JsonPropertyName("sync_state")]
    [JsonConverter(typeof(WireEnumConverter<SyncState>))]
    public required SyncState SyncState { get; init; }

    [JsonPropertyName("export_status")]
    [JsonConverter(typeof(WireEnumConverter<ExportStatus>))]
    public required ExportStatus ExportStatus { get; init; }

    [JsonPropertyName("is_broken")]
    public bool IsBroken { get; init; }

    [JsonPropertyName("provider_status")]
    [JsonConverter(typeof(WireEnumConverter<ProviderStatus>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProviderStatus? ProviderStatus { get; init; }

    [JsonPropertyName("raw_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RawStatus { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("linked_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LinkedAt { get; init; }

    [JsonPropertyName("last_synced_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastSyncedAt { get; init; }

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }

    [JsonPropertyName("next_step")]
    [JsonConverter(typeof(WireEnumConverter<NextStep>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NextStep? NextStep { get; init; }
}
