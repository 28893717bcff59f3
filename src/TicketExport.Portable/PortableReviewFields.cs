using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Portable;

/// <summary>What a person reads before a file is generated, as the file will hold it: past the redaction gate.</summary>
public sealed record PortableReviewFields
{
    private readonly ImmutableArray<string> _labels = [];
    private readonly ImmutableArray<EvidenceLink> _evidenceLinks = [];
    private readonly ImmutableArray<AcceptanceCriterion> _acceptanceCriteria = [];

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The severity of the source.</summary>
    public required TicketSeverity Severity { get; init; }

    /// <summary>The priority.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>The address that the finding is about; <see langword="null"/> when there is none.</summary>
    public string? AffectedUrl { get; init; }

    /// <summary>The labels.</summary>
    public ImmutableArray<string> Labels
    {
        get => _labels;
        init => _labels = value.IsDefault ? [] : value;
    }

    /// <summary>The links to evidence that are safe to hand over and have not expired.</summary>
    public ImmutableArray<EvidenceLink> EvidenceLinks
    {
        get => _evidenceLinks;
        init => _evidenceLinks = value.IsDefault ? [] : value;
    }

    /// <summary>How many links have expired; Markdown leaves them out, the other formats keep them with their time.</summary>
    public int ExpiredEvidenceLinks { get; init; }

    /// <summary>The acceptance criteria.</summary>
    public ImmutableArray<AcceptanceCriterion> AcceptanceCriteria
    {
        get => _acceptanceCriteria;
        init => _acceptanceCriteria = value.IsDefault ? [] : value;
    }
}
