namespace TicketExport.Contract.Internal;

/// <summary>The members of <c>ticket-export.v1</c>: the one place that says what each of them may be.</summary>
internal static class DocumentRules
{
    private static readonly ValueRule<bool> Flag = new FlagRule();

    private static readonly ObjectRule<TicketSource> Source = new ObjectRule<TicketSource>()
        .Required("type", static source => source.Type, StringRules.SourceType)
        .Required("record_id", static source => source.RecordId, StringRules.Id)
        .Required("title", static source => source.Title, StringRules.Title)
        .Required("severity", static source => source.Severity, new WordRule<TicketSeverity>(ContractJsonContext.Default.TicketSeverity))
        .Required("category", static source => source.Category, StringRules.Name)
        .Required("status", static source => source.Status, StringRules.Name)
        .Nullable("report_id", static source => source.ReportId, StringRules.Id)
        .Nullable("issue_id", static source => source.IssueId, StringRules.Id)
        .Nullable("fix_task_id", static source => source.FixTaskId, StringRules.Id)
        .Required("fingerprint", static source => source.Fingerprint, StringRules.Fingerprint)
        .Nullable("affected_url", static source => source.AffectedUrl, StringRules.Url)
        .Required("related_issue_ids", static source => source.RelatedIssueIds, new ListRule<string>(StringRules.Id))
        .Together(SourceReferences.Check, SourceReferences.CheckJson);

    private static readonly ObjectRule<EvidenceLink> Evidence = new ObjectRule<EvidenceLink>()
        .Required("label", static link => link.Label, StringRules.LinkLabel)
        .Required("url", static link => link.Url, StringRules.Url)
        .Required("type", static link => link.Type, StringRules.Name)
        .Nullable("expires_at", static link => link.ExpiresAt, new InstantRule())
        .Required("attachment_allowed", static link => link.AttachmentAllowed, Flag);

    private static readonly ObjectRule<AcceptanceCriterion> Criterion = new ObjectRule<AcceptanceCriterion>()
        .Required("description", static criterion => criterion.Description, StringRules.Step)
        .Required("evidence_required", static criterion => criterion.EvidenceRequired, Flag)
        .Nullable("verification_hint", static criterion => criterion.VerificationHint, StringRules.Hint)
        .Nullable("source_reference", static criterion => criterion.SourceReference, StringRules.Hint);

    private static readonly ObjectRule<ExternalTicketReference> ExternalTicket = new ObjectRule<ExternalTicketReference>()
        .Required("provider_key", static ticket => ticket.ProviderKey, StringRules.Name)
        .Required("external_id", static ticket => ticket.ExternalId, StringRules.Id)
        .Nullable("external_key", static ticket => ticket.ExternalKey, StringRules.Label)
        .Nullable("url", static ticket => ticket.Url, StringRules.Url);

    public static ObjectRule<TicketExportDocument> Document { get; } = new ObjectRule<TicketExportDocument>()
        .Required("contract_version", static document => document.ContractVersion, StringRules.Version(TicketExportContract.Version))
        .Required("source", static document => document.Source, Source)
        .Required("title", static document => document.Title, StringRules.Title)
        .Required("summary", static document => document.Summary, StringRules.Summary)
        .Nullable("business_impact", static document => document.BusinessImpact, StringRules.Text)
        .Required("reproduction_steps", static document => document.ReproductionSteps, new ListRule<string>(StringRules.Step))
        .Required("evidence_links", static document => document.EvidenceLinks, new ListRule<EvidenceLink>(Evidence))
        .Nullable("remediation_snippet", static document => document.RemediationSnippet, StringRules.Text)
        .Required("acceptance_criteria", static document => document.AcceptanceCriteria, new ListRule<AcceptanceCriterion>(Criterion))
        .Required("labels", static document => document.Labels, new ListRule<string>(StringRules.Label))
        .Required("priority", static document => document.Priority, new WordRule<TicketPriority>(ContractJsonContext.Default.TicketPriority))
        .Nullable("assignee", static document => document.Assignee, StringRules.Label)
        .Required("external_ticket_refs", static document => document.ExternalTicketRefs, new ListRule<ExternalTicketReference>(ExternalTicket))
        .Required("export_status", static document => document.ExportStatus, new WordRule<ExportStatus>(ContractJsonContext.Default.ExportStatus));
}
