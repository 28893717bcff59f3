using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Redaction;

/// <summary>What the gate says about a document.</summary>
public sealed record RedactionVerdict
{
    private readonly ImmutableArray<RedactionFinding> _findings = [];

    /// <summary>The document that may leave: the given one, or its masked form; <see langword="null"/> when it is blocked.</summary>
    public required TicketExportDocument? Document { get; init; }

    /// <summary>Every field and rule that hit, also those that were masked.</summary>
    public ImmutableArray<RedactionFinding> Findings
    {
        get => _findings;
        init => _findings = value.IsDefault ? [] : value;
    }

    /// <summary>Whether the document must not leave.</summary>
    public bool IsBlocked => Document is null;
}
