namespace CustomProvider.Protocol;

internal sealed record RedmineIssueList
{
    public RedmineIssue[]? Issues { get; init; }

    public int TotalCount { get; init; }
}
