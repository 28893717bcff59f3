using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The provider-neutral ticket: contract <c>ticket-export.v1</c>.</summary>
/// <remarks>
/// Immutable. Record equality compares lists by reference; compare documents by their JSON. Limits are in
/// <see cref="ContractLimits"/>; <see cref="TicketExportDocumentValidator"/> names everything that breaks them.
/// </remarks>
public sealed record TicketExportDocument
{
    private readonly ImmutableArray<string> _reproductionSteps = [];
    private readonly ImmutableArray<EvidenceLink> _evidenceLinks = [];
    private readonly ImmutableArray<AcceptanceCriterion> _acceptanceCriteria = [];
    private readonly ImmutableArray<string> _labels = [];
    private readonly ImmutableArray<ExternalTicketReference> _externalTicketRefs = [];

    /// <summary>The contract's version; always <see cref="TicketExportContract.Version"/>.</summary>
    [JsonPropertyName("contract_version")]
    public string ContractVersion { get; init; } = TicketExportContract.Version;

    /// <summary>The host's record that wants the ticket.</summary>
    [JsonPropertyName("source")]
    public required TicketSource Source { get; init; }

    /// <summary>The ticket's title, one line.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>What is wrong, as plain text; blank lines separate paragraphs.</summary>
    [JsonPropertyName("summary")]
    public required string Summary { get; init; }

    /// <summary>What it means for the business, as plain text.</summary>
    [JsonPropertyName("business_impact")]
    public string? BusinessImpact { get; init; }

    /// <summary>Steps that show the finding, in order.</summary>
    [JsonPropertyName("reproduction_steps")]
    public ImmutableArray<string> ReproductionSteps
    {
        get => _reproductionSteps;
        init => _reproductionSteps = value.IsDefault ? [] : value;
    }

    /// <summary>Links to evidence.</summary>
    [JsonPropertyName("evidence_links")]
    public ImmutableArray<EvidenceLink> EvidenceLinks
    {
        get => _evidenceLinks;
        init => _evidenceLinks = value.IsDefault ? [] : value;
    }

    /// <summary>A snippet that shows the fix; rendered as code.</summary>
    [JsonPropertyName("remediation_snippet")]
    public string? RemediationSnippet { get; init; }

    /// <summary>Conditions under which the work counts as done.</summary>
    [JsonPropertyName("acceptance_criteria")]
    public ImmutableArray<AcceptanceCriterion> AcceptanceCriteria
    {
        get => _acceptanceCriteria;
        init => _acceptanceCriteria = value.IsDefault ? [] : value;
    }

    /// <summary>Labels for the ticket.</summary>
    [JsonPropertyName("labels")]
    public ImmutableArray<string> Labels
    {
        get => _labels;
        init => _labels = value.IsDefault ? [] : value;
    }

    /// <summary>How soon the ticket should be worked on.</summary>
    [JsonPropertyName("priority")]
    public required TicketPriority Priority { get; init; }

    /// <summary>Who should work on it, in the words of the host.</summary>
    [JsonPropertyName("assignee")]
    public string? Assignee { get; init; }

    /// <summary>Tickets that already exist for the same source.</summary>
    [JsonPropertyName("external_ticket_refs")]
    public ImmutableArray<ExternalTicketReference> ExternalTicketRefs
    {
        get => _externalTicketRefs;
        init => _externalTicketRefs = value.IsDefault ? [] : value;
    }

    /// <summary>The export's status when the document was built.</summary>
    [JsonPropertyName("export_status")]
    public ExportStatus ExportStatus { get; init; } = ExportStatus.Draft;
}
