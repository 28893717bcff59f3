using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>The findings that tests export.</summary>
internal static class Findings
{
    public static AccountScope Account { get; } = new() { Id = "acme" };

    /// <summary>The account of the findings whose ids begin with its own.</summary>
    public static AccountScope OtherAccount { get; } = new() { Id = "globex" };

    public static AccountScope AccountOf(string id) => id.StartsWith(OtherAccount.Id, StringComparison.Ordinal) ? OtherAccount : Account;

    public static TicketExportDocument Document(string id) => new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = id,
            IssueId = id,
            ReportId = "12",
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            Fingerprint = $"finding-{id}",
        },
        Title = "Fix checkout validation state",
        Summary = "The checkout form drops its validation state after a failed payment.",
        Priority = TicketPriority.High,
    };

    public static ExportRequest Request(string id, string targetId) => new()
    {
        Account = AccountOf(id),
        TargetId = targetId,
        Document = Document(id),
    };

    public static DuplicateFingerprint Fingerprint(string id) => DuplicateFingerprint.Compute(AccountOf(id), Document(id).Source);

    public static SourceKey Source(string id) => new(SourceTypes.ReportIssue, id);
}
