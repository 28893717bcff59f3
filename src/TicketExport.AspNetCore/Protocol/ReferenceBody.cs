using System.Text.Json.Serialization;
using TicketExport.States;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A ticket of the source, and what is known of it.</summary>
internal sealed record ReferenceBody
{
    [JsonPropertyName("ticket_export_id")]
    public required string ExportId { get; init; }

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("provider_key")]
    public required string ProviderKey { get; init; }

    [JsonPropertyName("provider_ticket_id")]
    public required string ProviderTicketId { get; init; }

    [JsonPropertyName("external_issue_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalIssueId { get; init; }

    [JsonPropertyName("external_ticket_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalTicketUrl { get; init; }

    [JsonPropertyName("link")]
    [JsonConverter(typeof(WireEnumConverter<LinkState>))]
    public required LinkState Link { get; init; }

    [JsonPropertyName("provider_status")]
    [JsonConverter(typeof(WireEnumConverter<ProviderStatus>))]
    public required ProviderStatus ProviderStatus { get; init; }

    [JsonPropertyName("raw_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RawStatus { get; init; }

    [JsonPropertyName("status_sync_status")]
    [JsonConverter(typeof(WireEnumConverter<StatusSyncStatus>))]
    public required StatusSyncStatus StatusSyncStatus { get; init; }

    [JsonPropertyName("last_synced_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastSyncedAt { get; init; }
}
