using System.Collections.Immutable;

namespace TicketExport.Redaction;

/// <summary>What the gate says about a single text.</summary>
public sealed record RedactedText
{
    private readonly ImmutableArray<RedactionFinding> _findings = [];

    /// <summary>The text that may leave: the given one, or its masked form; <see langword="null"/> when it is blocked.</summary>
    public required string? Text { get; init; }

    /// <summary>Every rule that hit, also those that were masked.</summary>
    public ImmutableArray<RedactionFinding> Findings
    {
        get => _findings;
        init => _findings = value.IsDefault ? [] : value;
    }

    /// <summary>Whether the text must not leave.</summary>
    public bool IsBlocked => Text is null;
}
