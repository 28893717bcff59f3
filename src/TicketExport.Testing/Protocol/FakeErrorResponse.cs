using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeErrorResponse
{
    [JsonPropertyName("error")]
    public FakeError? Error { get; init; }
}
