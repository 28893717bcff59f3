namespace TicketExport.Contract;

/// <summary>Source types with a meaning in the contract; a host may use its own beside them.</summary>
public static class SourceTypes
{
    /// <summary>A finding of a report; sets <see cref="TicketSource.IssueId"/>.</summary>
    public const string ReportIssue = "report_issue";

    /// <summary>A generated fix task; sets <see cref="TicketSource.FixTaskId"/>.</summary>
    public const string FixTask = "fix_task";

    /// <summary>A request for evidence.</summary>
    public const string EvidenceRequest = "evidence_request";
}
