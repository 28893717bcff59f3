using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Contract;

namespace TicketExport.Portable.Reading;

/// <summary>Reads a ticket from the cells of its row.</summary>
internal sealed class CsvTicketReader(CsvCells cells, ProblemList problems)
{
    public PortableTicket? Read()
    {
        if (cells.Text("schema_version") != PortableExportContract.Version)
        {
            problems.Add(FileProblems.Version("schema_version"));
        }

        return new TicketParts
        {
            Document = Valid(ReadDocument()),
            Account = new() { Id = cells.Text("account_id"), ProjectId = cells.Optional("project_id") },
            Fingerprint = cells.Text("duplicate_fingerprint"),
            Key = cells.Text("idempotency_key"),
            Status = cells.Text("export_status"),
            TargetId = cells.Optional("target_id"),
            RetryAt = cells.Optional("retry_at"),
            NameOf = static word => word,
        }.ToTicket(problems);
    }

    private TicketExportDocument Valid(TicketExportDocument document)
    {
        foreach (var violation in TicketExportDocumentValidator.Validate(document))
        {
            problems.Add(CsvFieldNames.Of(violation.Path), violation.Rule, violation.Message);
        }

        return document;
    }

    private TicketExportDocument ReadDocument() => new()
    {
        ContractVersion = cells.Text("contract_version"),
        Source = ReadSource(),
        Title = cells.Text("title"),
        Summary = cells.Text("summary"),
        BusinessImpact = cells.Nullable("business_impact"),
        ReproductionSteps = Whole(cells.List("reproduction_steps")),
        EvidenceLinks = ReadEvidence(),
        RemediationSnippet = cells.Nullable("remediation_snippet"),
        AcceptanceCriteria = ReadCriteria(),
        Labels = Whole(cells.LineList("labels")),
        Priority = WireWords.Priority(cells.Text("priority")),
        Assignee = cells.Optional("assignee"),
        ExternalTicketRefs = ReadExternalTickets(),
        ExportStatus = WireWords.Status(cells.Text("document_export_status")),
    };

    private TicketSource ReadSource() => new()
    {
        Type = cells.Text("source_type"),
        RecordId = cells.Text("source_id"),
        Title = cells.Text("source_title"),
        Severity = WireWords.Severity(cells.Text("severity")),
        Category = cells.Text("category"),
        Status = cells.Text("source_status"),
        ReportId = cells.Optional("report_id"),
        IssueId = cells.Optional("issue_id"),
        FixTaskId = cells.Optional("fix_task_id"),
        Fingerprint = cells.Text("source_fingerprint"),
        AffectedUrl = cells.Optional("affected_url"),
        RelatedIssueIds = Whole(cells.LineList("related_issue_ids")),
    };

    private ImmutableArray<EvidenceLink> ReadEvidence()
    {
        var urls = cells.LineList("evidence_links");
        var labels = Lines("evidence_labels", urls.Count);
        var types = Lines("evidence_types", urls.Count);
        var ends = Lines("evidence_expires_at", urls.Count);
        var flags = Lines("evidence_attachment_allowed", urls.Count);
        return [.. urls.Select((url, i) => new EvidenceLink
        {
            Url = url ?? "",
            Label = labels[i] ?? "",
            Type = types[i] ?? "",
            ExpiresAt = Instant("evidence_expires_at", ends[i], i),
            AttachmentAllowed = Flag("evidence_attachment_allowed", flags[i], i),
        })];
    }

    private ImmutableArray<AcceptanceCriterion> ReadCriteria()
    {
        var descriptions = cells.List("acceptance_criteria");
        var flags = Lines("acceptance_evidence_required", descriptions.Count);
        var hints = cells.Beside("acceptance_verification_hints", cells.List("acceptance_verification_hints"), descriptions.Count);
        var references = cells.Beside("acceptance_source_references", cells.List("acceptance_source_references"), descriptions.Count);
        return [.. descriptions.Select((description, i) => new AcceptanceCriterion
        {
            Description = description ?? "",
            EvidenceRequired = Flag("acceptance_evidence_required", flags[i], i),
            VerificationHint = hints[i],
            SourceReference = references[i],
        })];
    }

    private ImmutableArray<ExternalTicketReference> ReadExternalTickets()
    {
        var ids = cells.LineList("external_ids");
        var providers = Lines("external_provider_keys", ids.Count);
        var keys = Lines("external_keys", ids.Count);
        var urls = Lines("external_urls", ids.Count);
        return [.. ids.Select((id, i) => new ExternalTicketReference
        {
            ProviderKey = providers[i] ?? "",
            ExternalId = id ?? "",
            ExternalKey = keys[i],
            Url = urls[i],
        })];
    }

    private List<string?> Lines(string column, int count) => cells.Beside(column, cells.LineList(column), count);

    private DateTimeOffset? Instant(string column, string? text, int index)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!WireWords.TryReadInstant(text, out var instant))
        {
            problems.Add(Entry(column, index), ContractRules.Pattern, "Is not a time. Give RFC 3339 with seconds and an offset, such as 2026-01-31T09:30:00Z, or leave it empty.");
        }

        return instant;
    }

    private bool Flag(string column, string? text, int index)
    {
        if (!WireWords.TryReadFlag(text ?? "", out var flag))
        {
            problems.Add(Entry(column, index), ContractRules.OneOf, "Is neither true nor false. Give one of the two.");
        }

        return flag;
    }

    private static string Entry(string column, int index) => string.Create(CultureInfo.InvariantCulture, $"{column}[{index}]");

    // A null is an empty line here, which the contract refuses by name.
    private static ImmutableArray<string> Whole(List<string?> values) => [.. values.Select(static value => value ?? "")];
}
