using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>One condition under which the work counts as done.</summary>
public sealed record AcceptanceCriterion
{
    /// <summary>What must hold.</summary>
    [JsonPropertyName("description")]
    public required string Description { get; init; }

    /// <summary>Whether evidence must be given for it.</summary>
    [JsonPropertyName("evidence_required")]
    public required bool EvidenceRequired { get; init; }

    /// <summary>How to check it.</summary>
    [JsonPropertyName("verification_hint")]
    public string? VerificationHint { get; init; }

    /// <summary>Where the criterion comes from, such as a rule of a standard.</summary>
    [JsonPropertyName("source_reference")]
    public string? SourceReference { get; init; }
}
