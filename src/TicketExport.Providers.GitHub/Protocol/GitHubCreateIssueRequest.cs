using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubCreateIssueRequest
{
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    [JsonPropertyName("labels")]
    public required IReadOnlyList<string> Labels { get; init; }

    [JsonPropertyName("assignees")]
    public IReadOnlyList<string>? Assignees { get; init; }

    [JsonPropertyName("milestone")]
    public long? Milestone { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }
}
