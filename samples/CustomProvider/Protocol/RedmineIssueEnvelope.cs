namespace CustomProvider.Protocol;

internal sealed record RedmineIssueEnvelope
{
    public RedmineIssue? Issue { get; init; }
}
