using System.Text.Json;
using System.Text.Json.Serialization;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraIssueFields
{
    public JiraStatus? Status { get; init; }

    public string[]? Labels { get; init; }

    public string? Updated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
