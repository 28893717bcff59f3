using System.Collections.Immutable;

namespace CustomProvider;

internal sealed record FakeRedmineIssue
{
    public required long Id { get; init; }

    public required string Project { get; init; }

    public required string Subject { get; init; }

    public required string Description { get; init; }

    public required long PriorityId { get; init; }

    public required long StatusId { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    public ImmutableArray<(long Id, string Notes, DateTimeOffset At)> Journals { get; init; } = [];

    public bool IsDeleted { get; init; }

    public bool IsHidden { get; init; }
}
