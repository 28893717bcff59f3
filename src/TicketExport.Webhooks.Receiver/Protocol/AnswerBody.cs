using System.Text.Json.Serialization;

namespace TicketExport.Webhooks.Receiver.Protocol;

internal sealed record AnswerBody
{
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    [JsonPropertyName("external_key")]
    public string? ExternalKey { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("errors")]
    public AnswerError[]? Errors { get; init; }
}
