namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraSearchResponse
{
    public JiraIssue[]? Issues { get; init; }
}
