using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubMilestone([property: JsonPropertyName("number")] long Number);
