using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeReceiptResponse
{
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    [JsonPropertyName("external_key")]
    public string? ExternalKey { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }
}
