using System.Text.Json.Serialization;

namespace TicketExport.Testing.Protocol;

internal sealed record FakeTicketListResponse
{
    [JsonPropertyName("tickets")]
    public required FakeTicketResponse[] Tickets { get; init; }
}
