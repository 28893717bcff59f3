using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubLabelRequest([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("color")] string Color);
