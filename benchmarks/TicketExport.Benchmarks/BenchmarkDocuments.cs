using TicketExport.Contract;

namespace TicketExport.Benchmarks;

/// <summary>The documents that benchmarks export.</summary>
internal static class BenchmarkDocuments
{
    /// <summary>A document with no more than the contract asks for.</summary>
    public static TicketExportDocument Small(int number) => new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = $"{number}",
            IssueId = $"{number}",
            ReportId = "12",
            Title = "Missing security header",
            Severity = TicketSeverity.High,
            Category = "security",
            Status = "open",
            Fingerprint = $"finding-{number}",
        },
        Title = "Add the missing security header",
        Summary = "The answer lacks a Content-Security-Policy header.",
        Priority = TicketPriority.High,
    };

    /// <summary>A document with steps, criteria and evidence, of about 2 KB.</summary>
    public static TicketExportDocument Full(string record) => new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = record,
            IssueId = record,
            ReportId = "12",
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            Fingerprint = "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        },
        Title = "Fix checkout validation state",
        Summary = "The checkout form drops its validation state after a failed payment, so that the customer has to fill in every field again.",
        Priority = TicketPriority.High,
        ReproductionSteps = ["Open the checkout.", "Enter an address and a card that is refused.", "Look at the form: every field is empty."],
        AcceptanceCriteria = [new AcceptanceCriterion { Description = "The fields keep their content after a refused payment.", EvidenceRequired = true }],
        EvidenceLinks = [new EvidenceLink { Label = "Screenshot", Url = "https://reports.example.test/12/checkout.png", Type = "screenshot", AttachmentAllowed = false }],
    };
}
