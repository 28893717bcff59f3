using System.Text.Json;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraIssue
{
    public string? Id { get; init; }

    public string? Key { get; init; }

    public JiraIssueFields? Fields { get; init; }

    public Dictionary<string, JsonElement>? Properties { get; init; }

    public JiraEditMeta? Editmeta { get; init; }
}
