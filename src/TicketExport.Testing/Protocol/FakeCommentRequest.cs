using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeCommentRequest
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }
}
