using System.Text.Json.Serialization;

namespace TicketExport.Webhooks.Receiver.Protocol;

internal sealed record AnswerError
{
    [JsonPropertyName("path")]
    public required string Path { get; init; }

    [JsonPropertyName("rule")]
    public required string Rule { get; init; }
}
