namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraTransitionList
{
    public JiraTransition[]? Transitions { get; init; }
}
