using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeError
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("fields")]
    public string[]? Fields { get; init; }
}
