using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A comment to add.</summary>
internal sealed record CommentDraftBody
{
    [JsonPropertyName("body")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }

    [JsonPropertyName("is_private")]
    public bool IsPrivate { get; init; }
}
