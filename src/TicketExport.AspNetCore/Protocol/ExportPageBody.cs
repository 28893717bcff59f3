using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A page of exports, the newest first.</summary>
internal sealed record ExportPageBody
{
    [JsonPropertyName("items")]
    public required ImmutableArray<ExportBody> Items { get; init; }

    [JsonPropertyName("next_cursor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }
}
