using TicketExport.Contract;

namespace TicketExport.Core.Tests;

/// <summary>Documents and requests that are valid; tests change what they are about.</summary>
internal static class Documents
{
    public static TicketExportDocument Checkout { get; } = new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = "42",
            IssueId = "42",
            ReportId = "12",
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            Fingerprint = "checkout-42",
        },
        Title = "Fix checkout validation state",
        Summary = "The checkout form drops its validation state after a failed payment.",
        Priority = TicketPriority.High,
    };

    public static TicketExportDocument Finding(string id) => Checkout with
    {
        Source = Checkout.Source with { RecordId = id, IssueId = id, Fingerprint = $"finding-{id}" },
    };

    public static ExportRequest RequestFor(string targetId, TicketExportDocument? document = null, string accountId = "acme") => new()
    {
        Account = new AccountScope { Id = accountId },
        TargetId = targetId,
        Document = document ?? Checkout,
    };
}
