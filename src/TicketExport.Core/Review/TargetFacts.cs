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

    /// <summary>The host's page where the target is set up.</summary>
    public string? SettingsLink { get; init; }

    /// <summary>The host's page that lists the exports of the source's report.</summary>
    public string? ReportLink { get; init; }

    public ImmutableArray<ExportFailure> Refusals { get; init; } = [];
}
