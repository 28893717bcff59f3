using System.Collections.Immutable;

namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>The findings of one SARIF file, and what was left out.</summary>
public sealed record SarifReport
{
    /// <summary>The file's name without its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The findings that want work, in the order of the file.</summary>
    public required ImmutableArray<SarifFinding> Findings { get; init; }

    /// <summary>How many results the file holds.</summary>
    public required int ResultCount { get; init; }

    /// <summary>Results that report no problem: kind <c>pass</c>, <c>notApplicable</c> or <c>informational</c>.</summary>
    public required int PassedCount { get; init; }

    /// <summary>Results that a person or a comment in the code suppressed.</summary>
    public required int SuppressedCount { get; init; }

    /// <summary>Results that the tool's baseline comparison calls gone.</summary>
    public required int AbsentCount { get; init; }

    /// <summary>Results that say the same of the same place as another one, as builds for several frameworks do.</summary>
    public required int RepeatedCount { get; init; }
}
