using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeCommentResponse
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }
}
