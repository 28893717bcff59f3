using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubIssueType([property: JsonPropertyName("name")] string? Name);
