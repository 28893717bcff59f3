using System.Text.Json.Serialization;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One item of a readiness list.</summary>
internal sealed record ReadinessItemBody
{
    [JsonPropertyName("key")]
    [JsonConverter(typeof(WireEnumConverter<ReadinessKey>))]
    public required ReadinessKey Key { get; init; }

    [JsonPropertyName("state")]
    [JsonConverter(typeof(WireEnumConverter<ReviewState>))]
    public required ReviewState State { get; init; }

    [JsonPropertyName("is_blocking")]
    public bool IsBlocking { get; init; }

    [JsonPropertyName("is_overridable")]
    public bool IsOverridable { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("owner")]
    [JsonConverter(typeof(WireEnumConverter<StepOwner>))]
    public required StepOwner Owner { get; init; }

    [JsonPropertyName("next_step")]
    [JsonConverter(typeof(WireEnumConverter<NextStep>))]
    public required NextStep NextStep { get; init; }

    [JsonPropertyName("setting")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Setting { get; init; }

    [JsonPropertyName("help_link")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HelpLink { get; init; }

    [JsonPropertyName("target_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TargetId { get; init; }

    [JsonPropertyName("ticket_export_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExportId { get; init; }

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }
}
