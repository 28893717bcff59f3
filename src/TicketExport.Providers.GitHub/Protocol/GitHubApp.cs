using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubApp([property: JsonPropertyName("slug")] string? Slug);
