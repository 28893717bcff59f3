namespace TicketExport.Providers.Jira.Protocol;

// The one word of a status that no site can rename.
internal sealed record JiraStatusCategory
{
    public string? Key { get; init; }
}
