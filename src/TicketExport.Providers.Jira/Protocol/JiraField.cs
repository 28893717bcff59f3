using System.Text.Json;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraField
{
    public string? FieldId { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    public bool Required { get; init; }

    public bool HasDefaultValue { get; init; }

    public string[]? Operations { get; init; }

    public JiraFieldSchema? Schema { get; init; }

    public JsonElement[]? AllowedValues { get; init; }
}
