using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>An approval.</summary>
internal sealed record ApproveBody
{
    [JsonPropertyName("reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    [JsonPropertyName("override")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Override { get; init; }
}
