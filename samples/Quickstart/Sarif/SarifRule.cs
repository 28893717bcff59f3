using System.Collections.Immutable;

namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>What a tool says about the rule of a result.</summary>
public sealed record SarifRule
{
    /// <summary>The rule's id, as the result names it.</summary>
    public required string Id { get; init; }

    /// <summary>The short description; the id when there is none.</summary>
    public required string Title { get; init; }

    /// <summary>The full description, if it says more than the title.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the rule's documentation, as the tool gives it.</summary>
    public string? HelpUri { get; init; }

    /// <summary>The tool's own category.</summary>
    public string? Category { get; init; }

    /// <summary>The tags of rule and result, CWE classes among them.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
