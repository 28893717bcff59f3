namespace TicketExport.Providers.Jira.Protocol;

// An issue's own list is "comments", one asked for by ids "values".
internal sealed record JiraCommentPage
{
    public int? Total { get; init; }

    public JiraComment[]? Comments { get; init; }

    public JiraComment[]? Values { get; init; }
}
