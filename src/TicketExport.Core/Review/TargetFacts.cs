using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Review;

/// <summary>The target of a review as it was resolved, and everything that would keep a document from going there.</summary>
internal sealed record TargetFacts
{
    /// <summary>The target with its provider's defaults; <see langword="null"/> when the account has no such target.</summary>
    public TicketTarget? Target { get; init; }

    /// <summary>Its provider; <see langword="null"/> when none serves it.</summary>
    public ITicketProvider? Provider { get; init; }

    public TicketCredential Credential { get; init; } = new([]);

    public ImmutableArray<ExportFailure> Refusals { get; init; } = [];
}
