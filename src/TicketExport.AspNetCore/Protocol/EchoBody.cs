using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>The synthetic reply of the mock provider.</summary>
internal sealed record EchoBody
{
    [JsonPropertyName("external_comment_id")]
    public required string ExternalCommentId { get; init; }

    [JsonPropertyName("author")]
    public required string Author { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    [JsonPropertyName("written_at")]
    public required DateTimeOffset WrittenAt { get; init; }
}
