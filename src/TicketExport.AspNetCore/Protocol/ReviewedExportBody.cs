using System.Text.Json.Serialization;
using TicketExport.States;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One earlier export of the source, in short.</summary>
internal sealed record ReviewedExportBody
{
    [JsonPropertyName("ticket_export_id")]
    public required string ExportId { get; init; }

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("provider_key")]
    public required string ProviderKey { get; init; }

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

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }

    [JsonPropertyName("failure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureBody? Failure { get; init; }

    [JsonPropertyName("reference")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferenceBody? Reference { get; init; }
}
