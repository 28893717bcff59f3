using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The host's record that wants a ticket.</summary>
/// <remarks>
/// Ids are strings here. On the wire an id that is a canonical signed 64-bit integer is written as a JSON number and any
/// other as a string; both forms are read. <c>"042"</c> stays a string.
/// </remarks>
public sealed record TicketSource
{
    private readonly ImmutableArray<string> _relatedIssueIds = [];

    /// <summary>The kind of record; see <see cref="SourceTypes"/>. Lower-case words joined by <c>_</c>, at most 64 characters.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>The record's id in the host.</summary>
    [JsonPropertyName("record_id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public required string RecordId { get; init; }

    /// <summary>The record's own title, which may differ from the ticket's.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>How bad the finding is.</summary>
    [JsonPropertyName("severity")]
    public required TicketSeverity Severity { get; init; }

    /// <summary>The host's category of the finding.</summary>
    [JsonPropertyName("category")]
    public required string Category { get; init; }

    /// <summary>The host's own status word of the record.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The report that the record belongs to, if any.</summary>
    [JsonPropertyName("report_id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public string? ReportId { get; init; }

    /// <summary>The finding's id; set for <see cref="SourceTypes.ReportIssue"/> only.</summary>
    [JsonPropertyName("issue_id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public string? IssueId { get; init; }

    /// <summary>The fix task's id; set for <see cref="SourceTypes.FixTask"/> only.</summary>
    [JsonPropertyName("fix_task_id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public string? FixTaskId { get; init; }

    /// <summary>The host's own fingerprint of the finding: equal for the same finding in every scan.</summary>
    [JsonPropertyName("fingerprint")]
    public required string Fingerprint { get; init; }

    /// <summary>The address at which the finding shows itself, if it has one.</summary>
    [JsonPropertyName("affected_url")]
    public string? AffectedUrl { get; init; }

    /// <summary>Ids of related findings; empty when there are none.</summary>
    [JsonPropertyName("related_issue_ids")]
    [JsonConverter(typeof(RecordIdListConverter))]
    public ImmutableArray<string> RelatedIssueIds
    {
        get => _relatedIssueIds;
        init => _relatedIssueIds = value.IsDefault ? [] : value;
    }
}
