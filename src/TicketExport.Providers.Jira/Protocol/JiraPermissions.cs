namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraPermissions
{
    public Dictionary<string, JiraPermission>? Permissions { get; init; }
}
