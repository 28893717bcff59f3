namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraStatus
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public JiraStatusCategory? StatusCategory { get; init; }
}
