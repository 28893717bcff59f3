namespace CustomProvider.Protocol;

internal sealed record RedmineIssue
{
    public long Id { get; init; }

    public string? Description { get; init; }

    public RedmineStatus? Status { get; init; }

    public DateTimeOffset? UpdatedOn { get; init; }

    public RedmineJournal[] Journals { get; init; } = [];
}
