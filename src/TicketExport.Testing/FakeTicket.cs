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
}
