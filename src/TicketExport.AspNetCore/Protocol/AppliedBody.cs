using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>What of a delivery was applied.</summary>
internal sealed record AppliedBody
{
    [JsonPropertyName("comment")]
    public required bool Comment { get; init; }

    [JsonPropertyName("status")]
    public required bool Status { get; init; }

    [JsonPropertyName("reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
