using System.Text.Json;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraProperty
{
    public string? Key { get; init; }

    public JsonElement Value { get; init; }
}
