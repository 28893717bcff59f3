using System.Text.Json;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraErrorResponse
{
    public string[]? ErrorMessages { get; init; }

    public Dictionary<string, JsonElement>? Errors { get; init; }
}
