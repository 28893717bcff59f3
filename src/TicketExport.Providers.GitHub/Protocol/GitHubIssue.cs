using System.Text.Json;
using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubIssue
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

    [JsonPropertyName("number")]
    public long Number { get; init; }

    [JsonPropertyName("repository_url")]
    public string? RepositoryUrl { get; init; }

    [JsonPropertyName("html_url")]
    public string? HtmlUrl { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("state_reason")]
    public string? StateReason { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    /// <summary>Objects, and in some answers bare names.</summary>
    [JsonPropertyName("labels")]
    public JsonElement Labels { get; init; }

    [JsonPropertyName("assignees")]
    public IReadOnlyList<GitHubUser>? Assignees { get; init; }

    [JsonPropertyName("milestone")]
    public GitHubMilestone? Milestone { get; init; }

    [JsonPropertyName("type")]
    public GitHubIssueType? Type { get; init; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>There for pull requests, which the API lists among the issues.</summary>
    [JsonPropertyName("pull_request")]
    public JsonElement? PullRequest { get; init; }
}
