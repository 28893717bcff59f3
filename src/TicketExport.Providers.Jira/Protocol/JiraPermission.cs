namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraPermission
{
    public bool HavePermission { get; init; }
}
