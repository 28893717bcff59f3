using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A page of a thread, the oldest comment first.</summary>
internal sealed record CommentPageBody
{
    [JsonPropertyName("items")]
    public required ImmutableArray<CommentBody> Items { get; init; }

    [JsonPropertyName("next_cursor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }
}
