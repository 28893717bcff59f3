namespace TicketExport.Providers.Jira.Protocol;

// Cloud names the list "fields", a Data Center "values".
internal sealed record JiraFieldPage
{
    public JiraField[]? Fields { get; init; }

    public JiraField[]? Values { get; init; }

    public int? Total { get; init; }

    public bool? IsLast { get; init; }
}
