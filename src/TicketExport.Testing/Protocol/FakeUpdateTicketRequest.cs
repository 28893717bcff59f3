using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeUpdateTicketRequest
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    [JsonPropertyName("labels")]
    public string[]? Labels { get; init; }

    [JsonPropertyName("priority")]
    public string? Priority { get; init; }
}
