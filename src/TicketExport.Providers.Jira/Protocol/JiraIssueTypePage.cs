namespace TicketExport.Providers.Jira.Protocol;

// Cloud names the list "issueTypes", a Data Center "values".
internal sealed record JiraIssueTypePage
{
    public JiraIssueType[]? IssueTypes { get; init; }

    public JiraIssueType[]? Values { get; init; }

    public int? Total { get; init; }

    public bool? IsLast { get; init; }
}
