using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>Why somebody decides something.</summary>
internal sealed record ReasonBody
{
    [JsonPropertyName("reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
