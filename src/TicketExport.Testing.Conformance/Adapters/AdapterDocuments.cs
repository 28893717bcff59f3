using TicketExport.Contract;

namespace TicketExport.Testing.Conformance.Adapters;

internal static class AdapterDocuments
{
    public static AccountScope Account { get; } = new() { Id = "456", ProjectId = "789" };

    public static TicketExportDocument Of(string recordId = "42") => new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = recordId,
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            IssueId = recordId,
            Fingerprint = $"checkout-{recordId}",
        },
        Title = $"Checkout form {recordId} drops its state",
        Summary = "Whoever goes back one page finds an empty basket.",
        Priority = TicketPriority.High,
    };
}
