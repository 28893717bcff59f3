using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Decisions;

/// <summary>All that must be seen before a file takes the place of a ticket. Nothing was made or changed.</summary>
public sealed record TicketFilePreview
{
    private readonly ImmutableArray<string> _labels = [];
    private readonly ImmutableArray<string> _criteria = [];
    private readonly ImmutableArray<string> _evidence = [];
    private readonly ImmutableArray<ContractViolation> _findings = [];

    /// <summary>Whether the file would be made.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Whether the account has the export at all.</summary>
    public required bool IsFound { get; init; }

    /// <summary>The format's word (<c>portable_export_format</c>).</summary>
    public string? Format { get; init; }

    /// <summary>Why it has that format, in one word.</summary>
    public string? FormatReason { get; init; }

    /// <summary>Why a file may take the ticket's place, in one word such as <c>retries_exhausted</c>; <c>none</c> when it may not.</summary>
    public string? Reason { get; init; }

    /// <summary>The version of the document's contract.</summary>
    public string? ContractVersion { get; init; }

    /// <summary>The title, as the file will hold it; so are all that follow.</summary>
    public string? Title { get; init; }

    /// <summary>The severity's word.</summary>
    public string? Severity { get; init; }

    /// <summary>The priority's word.</summary>
    public string? Priority { get; init; }

    /// <summary>The address that the finding is about.</summary>
    public string? AffectedUrl { get; init; }

    /// <summary>The labels.</summary>
    public ImmutableArray<string> Labels
    {
        get => _labels;
        init => _labels = value.IsDefault ? [] : value;
    }

    /// <summary>The acceptance criteria.</summary>
    public ImmutableArray<string> AcceptanceCriteria
    {
        get => _criteria;
        init => _criteria = value.IsDefault ? [] : value;
    }

    /// <summary>The addresses of evidence that may be handed over.</summary>
    public ImmutableArray<string> EvidenceLinks
    {
        get => _evidence;
        init => _evidence = value.IsDefault ? [] : value;
    }

    /// <summary>Each field and rule of the redaction gate that hit, never the text that was found.</summary>
    public ImmutableArray<ContractViolation> Findings
    {
        get => _findings;
        init => _findings = value.IsDefault ? [] : value;
    }

    /// <summary>Whose the import is, in two sentences.</summary>
    public string? ImportNote { get; init; }

    /// <summary>What speaks for and against the file, item by item.</summary>
    public required ImmutableArray<TicketFileItem> Items { get; init; }

    /// <summary>Why there would be no file and what to do; <see langword="null"/> when there would be one. Holds no secret and no payload.</summary>
    public string? Message { get; init; }

    /// <summary>The next safe step.</summary>
    public NextStep NextStep { get; init; }
}
