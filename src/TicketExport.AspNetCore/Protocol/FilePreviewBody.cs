using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>What a file in the ticket's place would be, and what stands against one.</summary>
internal sealed record FilePreviewBody
{
    [JsonPropertyName("ticket_export_id")]
    public required string ExportId { get; init; }

    [JsonPropertyName("source_type")]
    public required string SourceType { get; init; }

    [JsonPropertyName("source_id")]
    public required string SourceId { get; init; }

    [JsonPropertyName("export_status")]
    [JsonConverter(typeof(WireEnumConverter<ExportStatus>))]
    public required ExportStatus ExportStatus { get; init; }

    [JsonPropertyName("duplicate_fingerprint")]
    public required string DuplicateFingerprint { get; init; }

    [JsonPropertyName("idempotency_key")]
    public required string IdempotencyKey { get; init; }

    [JsonPropertyName("is_ready")]
    public required bool IsReady { get; init; }

    [JsonPropertyName("portable_export_format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    [JsonPropertyName("format_reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FormatReason { get; init; }

    [JsonPropertyName("reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    [JsonPropertyName("contract_version")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContractVersion { get; init; }

    [JsonPropertyName("title")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    [JsonPropertyName("severity")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Severity { get; init; }

    [JsonPropertyName("priority")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Priority { get; init; }

    [JsonPropertyName("affected_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AffectedUrl { get; init; }

    [JsonPropertyName("labels")]
    public ImmutableArray<string> Labels { get; init; } = [];

    [JsonPropertyName("acceptance_criteria")]
    public ImmutableArray<string> AcceptanceCriteria { get; init; } = [];

    [JsonPropertyName("evidence_links")]
    public ImmutableArray<string> EvidenceLinks { get; init; } = [];

    [JsonPropertyName("findings")]
    public ImmutableArray<FieldBody> Findings { get; init; } = [];

    [JsonPropertyName("import_note")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImportNote { get; init; }

    [JsonPropertyName("items")]
    public ImmutableArray<FileItemBody> Items { get; init; } = [];

    [JsonPropertyName("message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    [JsonPropertyName("next_step")]
    [JsonConverter(typeof(WireEnumConverter<NextStep>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NextStep? NextStep { get; init; }
}
