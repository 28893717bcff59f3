using TicketExport.Contract;

namespace TicketExport.Leaks.Tests;

internal static class Findings
{
    public static ExportRequest RequestFor(string targetId, string summary = "The checkout form drops its state.", string id = "42") => new()
    {
        Account = new AccountScope { Id = "acme" },
        TargetId = targetId,
        Document = new TicketExportDocument
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
                Fingerprint = $"checkout-{id}",
            },
            Title = "Fix checkout validation state",
            Summary = summary,
            Priority = TicketPriority.High,
        },
    };
}
