namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraProject
{
    public string? Id { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }
}
