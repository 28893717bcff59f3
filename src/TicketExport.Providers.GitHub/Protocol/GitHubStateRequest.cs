using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubStateRequest
{
    [JsonPropertyName("state")]
    public required string State { get; init; }

    [JsonPropertyName("state_reason")]
    public required string StateReason { get; init; }
}
