using System.Collections.Frozen;

namespace TicketExport.Portable.Reading;

/// <summary>Names the column, and the entry in it, of a field that breaks the contract.</summary>
internal static class CsvFieldNames
{
    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["source.type"] = "source_type",
        ["source.record_id"] = "source_id",
        ["source.title"] = "source_title",
        ["source.severity"] = "severity",
        ["source.category"] = "category",
        ["source.status"] = "source_status",
        ["source.report_id"] = "report_id",
        ["source.issue_id"] = "issue_id",
        ["source.fix_task_id"] = "fix_task_id",
        ["source.fingerprint"] = "source_fingerprint",
        ["source.affected_url"] = "affected_url",
        ["source.related_issue_ids"] = "related_issue_ids",
        ["evidence_links.label"] = "evidence_labels",
        ["evidence_links.url"] = "evidence_links",
        ["evidence_links.type"] = "evidence_types",
        ["acceptance_criteria.description"] = "acceptance_criteria",
        ["acceptance_criteria.verification_hint"] = "acceptance_verification_hints",
        ["acceptance_criteria.source_reference"] = "acceptance_source_references",
        ["external_ticket_refs"] = "external_ids",
        ["external_ticket_refs.provider_key"] = "external_provider_keys",
        ["external_ticket_refs.external_id"] = "external_ids",
        ["external_ticket_refs.external_key"] = "external_keys",
        ["external_ticket_refs.url"] = "external_urls",
        ["export_status"] = "document_export_status",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The column of a path such as <c>$.evidence_links[2].url</c>.</summary>
    public static string Of(string path)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        var close = path.IndexOf(']', StringComparison.Ordinal);
        var index = open < 0 ? "" : path[open..(close + 1)];
        var name = (open < 0 ? path : path.Remove(open, close + 1 - open)).TrimStart('$').TrimStart('.');
        return name.Length == 0 ? "$" : Columns.GetValueOrDefault(name, name) + index;
    }
}
