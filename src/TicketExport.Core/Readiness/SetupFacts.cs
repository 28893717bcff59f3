using System.Collections.Immutable;
using TicketExport.Review;

namespace TicketExport.Readiness;

/// <summary>All that is known of a target before any document.</summary>
internal sealed record SetupFacts
{
    public required TicketTarget Target { get; init; }

    /// <summary>Why nothing can be sent; empty when something can.</summary>
    public required ImmutableArray<ExportFailure> Refusals { get; init; }

    /// <summary>Why the target is disabled.</summary>
    public ExportFailure? Disabled { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public ConnectionFacts Connection { get; init; } = ConnectionFacts.NotChecked;

    public string? SettingsLink { get; init; }

    /// <summary>Whether the provider was found, so that its rules could be asked.</summary>
    public bool IsKnown { get; init; }
}
