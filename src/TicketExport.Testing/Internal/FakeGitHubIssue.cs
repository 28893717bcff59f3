using System.Collections.Immutable;

namespace TicketExport.Testing.Internal;

internal sealed class FakeGitHubIssue
{
    public required long Id { get; set; }

    public required FakeGitHubRepository Repository { get; set; }

    public required int Number { get; set; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    public required string Creator { get; init; }

    /// <summary>What the create request was marked with, whatever became of the body.</summary>
    public required string? Marker { get; init; }

    public ImmutableArray<string> Labels { get; set; } = [];

    public ImmutableArray<string> Assignees { get; set; } = [];

    public string State { get; private set; } = "open";

    public string? StateReason { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsDeleted { get; set; }

    public bool IsForbidden { get; set; }

    public bool IsLocked { get; set; }

    public ImmutableArray<FakeGitHubComment> Comments { get; set; } = [];

    /// <summary>The addresses that it had before.</summary>
    public ImmutableArray<(long RepositoryId, int Number)> FormerPlaces { get; set; } = [];

    // A reason without a change of state is left aside, as GitHub does.
    public void SetState(string state, string? reason, DateTimeOffset now)
    {
        if (State == state)
        {
            return;
        }

        (State, StateReason) = (state, reason ?? state switch { "closed" => "completed", "open" => "reopened", _ => null });
        ClosedAt = state == "closed" ? now : null;
        UpdatedAt = now;
    }
}
