namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraTransition
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public JiraStatus? To { get; init; }

    public bool? IsAvailable { get; init; }

    public Dictionary<string, JiraField>? Fields { get; init; }
}
