namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraCreatedIssue
{
    public string? Id { get; init; }

    public string? Key { get; init; }
}
