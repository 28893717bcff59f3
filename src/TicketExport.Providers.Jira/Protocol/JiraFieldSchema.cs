namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraFieldSchema
{
    public string? Type { get; init; }

    public string? Items { get; init; }

    public string? System { get; init; }

    public string? Custom { get; init; }
}
