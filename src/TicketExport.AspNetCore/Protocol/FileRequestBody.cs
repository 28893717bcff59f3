using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A wish for a file in the place of a ticket.</summary>
internal sealed record FileRequestBody
{
    [JsonPropertyName("format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    [JsonPropertyName("override")]
    public bool Override { get; init; }

    [JsonPropertyName("reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
