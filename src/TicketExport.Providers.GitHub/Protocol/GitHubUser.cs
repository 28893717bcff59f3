using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubUser
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

    [JsonPropertyName("login")]
    public string? Login { get; init; }
}
