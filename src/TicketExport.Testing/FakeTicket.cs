using System.Collections.Immutable;

namespace TicketExport.Testing;

/// <summary>A ticket that a <see cref="FakeTracker"/> holds.</summary>
public sealed record FakeTicket
{
    /// <summary>The unchanging id, such as <c>1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The key that people use, such as <c>TCK-1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The address, under the tracker's own.</summary>
    public required Uri Url { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The body, as Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The marker that came with the create request.</summary>
    public required string? Marker { get; init; }

    /// <summary>The labels.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>The priority as it was sent.</summary>
    public required string? Priority { get; init; }

    /// <summary>When the tracker committed the ticket.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How the ticket stands, in the tracker's own words; see <see cref="FakeTrackerStatuses"/>.</summary>
    public string Status { get; init; } = FakeTrackerStatuses.ToDo;

    /// <summary>When the tracker last changed the ticket.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The comments, the oldest first.</summary>
    public ImmutableArray<FakeComment> Comments { get; init; } = [];

    /// <summary>Whether the ticket was deleted: every request for it is answered 404.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether the token no longer reaches the ticket: every request for it is answered 403.</summary>
    public bool IsForbidden { get; init; }
}
