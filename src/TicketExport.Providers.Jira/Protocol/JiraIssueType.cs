namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraIssueType
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}
