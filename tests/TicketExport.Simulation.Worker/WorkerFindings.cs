using System.Globalization;
using TicketExport.Contract;

namespace TicketExport.Simulation.Worker;

/// <summary>The findings that a worker process exports.</summary>
public static class WorkerFindings
{
    public static AccountScope Account { get; } = new() { Id = "acme" };

    public static ExportRequest Request(int number) => new()
    {
        Account = Account,
        TargetId = "board",
        Document = new TicketExportDocument
        {
            Source = Source(number),
            Title = "Fix checkout validation state",
            Summary = "The checkout form drops its validation state after a failed payment.",
            Priority = TicketPriority.High,
        },
    };

    public static TicketSource Source(int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        return new TicketSource
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
        };
    }
}
