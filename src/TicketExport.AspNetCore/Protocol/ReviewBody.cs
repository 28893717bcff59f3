using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>All that must be known of a source before it is exported.</summary>
internal sealed record ReviewBody
{
    [JsonPropertyName("source_type")]
    public required string SourceType { get; init; }

    [JsonPropertyName("source_id")]
    public required string SourceId { get; init; }

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("provider_key")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProviderKey { get; init; }

    [JsonPropertyName("report_link")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReportLink { get; init; }

    [JsonPropertyName("reviewed_at")]
    public required DateTimeOffset ReviewedAt { get; init; }

    [JsonPropertyName("decision")]
    [JsonConverter(typeof(WireEnumConverter<ReviewDecision>))]
    public required ReviewDecision Decision { get; init; }

    [JsonPropertyName("verdict")]
    [JsonConverter(typeof(WireEnumConverter<ReviewVerdict>))]
    public required ReviewVerdict Verdict { get; init; }

    [JsonPropertyName("stop_reason")]
    [JsonConverter(typeof(WireEnumConverter<StopReason>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StopReason? StopReason { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("owner")]
    [JsonConverter(typeof(WireEnumConverter<StepOwner>))]
    public required StepOwner Owner { get; init; }

    [JsonPropertyName("next_steps")]
    public required ImmutableArray<string> NextSteps { get; init; }

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }

    [JsonPropertyName("steps")]
    public required ImmutableArray<ReviewStepBody> Steps { get; init; }

    [JsonPropertyName("reference")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferenceBody? Reference { get; init; }

    [JsonPropertyName("exports")]
    public required ImmutableArray<ReviewedExportBody> Exports { get; init; }

    [JsonPropertyName("readiness")]
    public required ImmutableArray<ReadinessItemBody> Readiness { get; init; }

    [JsonPropertyName("fallback")]
    public required FallbackBody Fallback { get; init; }
}
