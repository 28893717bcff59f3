using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubUpdateIssueRequest
{
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    /// <summary>The whole set; left out where it stays as it is.</summary>
    [JsonPropertyName("labels")]
    public IReadOnlyList<string>? Labels { get; init; }
}
