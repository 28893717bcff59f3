using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A comment that was added.</summary>
internal sealed record CommentAnswerBody
{
    [JsonPropertyName("comment")]
    public required CommentBody Comment { get; init; }

    [JsonPropertyName("echo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EchoBody? Echo { get; init; }
}
