using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Redaction.Internal;

/// <summary>Every text of a document: the one place that knows them all, and which of them are identity.</summary>
internal static class DocumentFields
{
    /// <summary>Shows each text to the visitor and puts what it gives back into the document's copy.</summary>
    public static TicketExportDocument Visit(TicketExportDocument document, FieldVisitor visitor) => document with
    {
        ContractVersion = visitor.Identity("contract_version", document.ContractVersion),
        Source = Visit(document.Source, visitor),
        Title = visitor.Text("title", document.Title),
        Summary = visitor.Text("summary", document.Summary),
        BusinessImpact = visitor.TextOrNull("business_impact", document.BusinessImpact),
        ReproductionSteps = Texts("reproduction_steps", document.ReproductionSteps, visitor.Text),
        EvidenceLinks = Each(document.EvidenceLinks, (link, i) => link with
        {
            Label = visitor.Text(new("evidence_links", i, "label"), link.Label),
            Url = visitor.Text(new("evidence_links", i, "url"), link.Url),
            Type = visitor.Text(new("evidence_links", i, "type"), link.Type),
        }),
        RemediationSnippet = visitor.TextOrNull("remediation_snippet", document.RemediationSnippet),
        AcceptanceCriteria = Each(document.AcceptanceCriteria, (criterion, i) => criterion with
        {
            Description = visitor.Text(new("acceptance_criteria", i, "description"), criterion.Description),
            VerificationHint = visitor.TextOrNull(new("acceptance_criteria", i, "verification_hint"), criterion.VerificationHint),
            SourceReference = visitor.TextOrNull(new("acceptance_criteria", i, "source_reference"), criterion.SourceReference),
        }),
        Labels = Texts("labels", document.Labels, visitor.Text),
        Assignee = visitor.TextOrNull("assignee", document.Assignee),
        ExternalTicketRefs = Each(document.ExternalTicketRefs, (ticket, i) => ticket with
        {
            ProviderKey = visitor.Identity(new("external_ticket_refs", i, "provider_key"), ticket.ProviderKey),
            ExternalId = visitor.Identity(new("external_ticket_refs", i, "external_id"), ticket.ExternalId),
            ExternalKey = visitor.IdentityOrNull(new("external_ticket_refs", i, "external_key"), ticket.ExternalKey),
            Url = visitor.TextOrNull(new("external_ticket_refs", i, "url"), ticket.Url),
        }),
    };

    private static TicketSource Visit(TicketSource source, FieldVisitor visitor) => source with
    {
        Type = visitor.Identity("source.type", source.Type),
        RecordId = visitor.Identity("source.record_id", source.RecordId),
        Title = visitor.Text("source.title", source.Title),
        Category = visitor.Text("source.category", source.Category),
        Status = visitor.Text("source.status", source.Status),
        ReportId = visitor.IdentityOrNull("source.report_id", source.ReportId),
        IssueId = visitor.IdentityOrNull("source.issue_id", source.IssueId),
        FixTaskId = visitor.IdentityOrNull("source.fix_task_id", source.FixTaskId),
        Fingerprint = visitor.Identity("source.fingerprint", source.Fingerprint),
        AffectedUrl = visitor.TextOrNull("source.affected_url", source.AffectedUrl),
        RelatedIssueIds = Texts("source.related_issue_ids", source.RelatedIssueIds, visitor.Identity),
    };

    private static ImmutableArray<string> Texts(string member, ImmutableArray<string> texts, Func<FieldPath, string, string> visit) =>
        Each(texts, (text, i) => visit(new(member, i), text));

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> items, Func<T, int, T> visit) => [.. items.Select(visit)];
}
