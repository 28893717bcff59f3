using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeIdentityResponse
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("places")]
    public string[]? Places { get; init; }
}
