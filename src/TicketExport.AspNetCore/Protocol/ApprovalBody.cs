using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>What asking for an approval came to.</summary>
internal sealed record ApprovalBody
{
    [JsonPropertyName("outcome")]
    [JsonConverter(typeof(WireEnumConverter<ApprovalOutcome>))]
    public required ApprovalOutcome Outcome { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("overridden")]
    public required ImmutableArray<string> Overridden { get; init; }

    [JsonPropertyName("ticket_export_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExportId { get; init; }

    [JsonPropertyName("export_status")]
    [JsonConverter(typeof(WireEnumConverter<ExportStatus>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExportStatus? ExportStatus { get; init; }

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }

    [JsonPropertyName("review")]
    public required ReviewBody Review { get; init; }
}
