using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Review;

/// <summary>What can be said of a document without a target: whether it keeps the contract, and whether it may leave.</summary>
internal sealed record DocumentFacts
{
    /// <summary>The document as it would leave, with masks where the gate sets them.</summary>
    public required TicketExportDocument Document { get; init; }

    public ImmutableArray<ContractViolation> Violations { get; init; } = [];

    public ExportFailure? Refusal { get; init; }

    public SourceKey Source => new(Document?.Source?.Type ?? "", Document?.Source?.RecordId ?? "");

    /// <summary>Whether account and source can be looked up.</summary>
    public bool HasIdentifiers => !Violations.Any(static violation => ReadinessRules.IsIdentifier(violation.Path));

    /// <summary>Whether "the same finding" can be told.</summary>
    public bool HasFingerprint => HasIdentifiers
        && !Violations.Any(static violation => violation.Path is "$.source" or "$.source.fingerprint" or "$.account" or "$.account.project_id");
}
