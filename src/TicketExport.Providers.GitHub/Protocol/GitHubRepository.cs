using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubRepository
{
    [JsonPropertyName("full_name")]
    public string? FullName { get; init; }

    [JsonPropertyName("has_issues")]
    public bool HasIssues { get; init; } = true;

    [JsonPropertyName("archived")]
    public bool IsArchived { get; init; }

    [JsonPropertyName("disabled")]
    public bool IsDisabled { get; init; }
}
