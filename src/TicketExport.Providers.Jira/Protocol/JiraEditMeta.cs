namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraEditMeta
{
    public Dictionary<string, JiraField>? Fields { get; init; }
}
