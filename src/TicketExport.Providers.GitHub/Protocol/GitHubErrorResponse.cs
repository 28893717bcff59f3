using System.Text.Json;
using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubErrorResponse
{
    /// <summary>Compared, never shown.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Objects with field and code, or bare sentences.</summary>
    [JsonPropertyName("errors")]
    public JsonElement Errors { get; init; }
}
