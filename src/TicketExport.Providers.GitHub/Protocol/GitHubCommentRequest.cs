using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubCommentRequest([property: JsonPropertyName("body")] string Body);
