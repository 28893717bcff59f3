using System.Collections.Immutable;

namespace TicketExport.Portable.Internal;

internal static class CsvColumns
{
    private static readonly ImmutableArray<(string Name, Func<PortableTicket, string?> Value)> All =
    [
        ("source_type", ticket => ticket.Document.Source.Type),
        ("source_id", ticket => ticket.Document.Source.RecordId),
        ("title", ticket => ticket.Document.Title),
        ("summary", ticket => ticket.Document.Summary),
        ("severity", ticket => WireWord.Of(ticket.Document.Source.Severity)),
        ("priority", ticket => WireWord.Of(ticket.Document.Priority)),
        ("labels", ticket => Join(ticket.Document.Labels)),
        ("affected_url", ticket => ticket.Document.Source.AffectedUrl),
        ("evidence_links", ticket => Join(ticket.Document.EvidenceLinks, link => link.Url)),
        ("evidence_labels", ticket => Join(ticket.Document.EvidenceLinks, link => link.Label)),
        ("evidence_types", ticket => Join(ticket.Document.EvidenceLinks, link => link.Type)),
        ("evidence_expires_at", ticket => Join(ticket.Document.EvidenceLinks, link => WireWord.Of(link.ExpiresAt))),
        ("evidence_attachment_allowed", ticket => Join(ticket.Document.EvidenceLinks, link => Word(link.AttachmentAllowed))),
        ("acceptance_criteria", ticket => Join(ticket.Document.AcceptanceCriteria, criterion => criterion.Description)),
        ("acceptance_evidence_required", ticket => Join(ticket.Document.AcceptanceCriteria, criterion => Word(criterion.EvidenceRequired))),
        ("acceptance_verification_hints", ticket => Join(ticket.Document.AcceptanceCriteria, criterion => criterion.VerificationHint)),
        ("acceptance_source_references", ticket => Join(ticket.Document.AcceptanceCriteria, criterion => criterion.SourceReference)),
        ("export_status", ticket => WireWord.Of(ticket.ExportStatus)),
        ("duplicate_fingerprint", ticket => ticket.DuplicateFingerprint.Value),
        ("idempotency_key", ticket => ticket.IdempotencyKey.Value),
        ("business_impact", ticket => CsvText.Nullable(ticket.Document.BusinessImpact)),
        ("reproduction_steps", ticket => Join(ticket.Document.ReproductionSteps)),
        ("remediation_snippet", ticket => CsvText.Nullable(ticket.Document.RemediationSnippet)),
        ("assignee", ticket => ticket.Document.Assignee),
        ("category", ticket => ticket.Document.Source.Category),
        ("source_title", ticket => ticket.Document.Source.Title),
        ("source_status", ticket => ticket.Document.Source.Status),
        ("report_id", ticket => ticket.Document.Source.ReportId),
        ("issue_id", ticket => ticket.Document.Source.IssueId),
        ("fix_task_id", ticket => ticket.Document.Source.FixTaskId),
        ("source_fingerprint", ticket => ticket.Document.Source.Fingerprint),
        ("related_issue_ids", ticket => Join(ticket.Document.Source.RelatedIssueIds)),
        ("external_provider_keys", ticket => Join(ticket.Document.ExternalTicketRefs, reference => reference.ProviderKey)),
        ("external_ids", ticket => Join(ticket.Document.ExternalTicketRefs, reference => reference.ExternalId)),
        ("external_keys", ticket => Join(ticket.Document.ExternalTicketRefs, reference => reference.ExternalKey)),
        ("external_urls", ticket => Join(ticket.Document.ExternalTicketRefs, reference => reference.Url)),
        ("account_id", ticket => ticket.Account.Id),
        ("project_id", ticket => ticket.Account.ProjectId),
        ("target_id", ticket => ticket.TargetId),
        ("retry_at", ticket => WireWord.Of(ticket.RetryAt)),
        ("document_export_status", ticket => WireWord.Of(ticket.Document.ExportStatus)),
        ("contract_version", ticket => ticket.Document.ContractVersion),
        ("schema_version", _ => PortableExportContract.Version),
    ];

    public static ImmutableArray<string> Names { get; } = [.. All.Select(column => column.Name)];

    public static ImmutableArray<Func<PortableTicket, string?>> Values { get; } = [.. All.Select(column => column.Value)];

    private static string Join(ImmutableArray<string> values) => CsvText.Join(values);

    private static string Join<T>(ImmutableArray<T> items, Func<T, string?> value) => CsvText.Join(items.Select(value));

    private static string Word(bool value) => value ? "true" : "false";
}
