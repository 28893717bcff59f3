namespace TicketExport.Providers.Jira.Protocol;

// A user of the Cloud has an accountId, one of a Data Center a key and a name.
internal sealed record JiraUser
{
    public string? AccountId { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    public string? DisplayName { get; init; }
}
