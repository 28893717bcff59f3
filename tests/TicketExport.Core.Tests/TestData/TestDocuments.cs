using System.Text.Json;
using TicketExport.Contract;

namespace TicketExport.TestData;

internal static class TestDocuments
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TicketExportDocument Sample() =>
        JsonSerializer.Deserialize(TestFiles.Read("TestData/sample-004.json"), ContractJsonContext.Default.WebhookEnvelope)!.TicketExport;

    public static TicketExportDocument Full() => Filled("Fix checkout validation state (C# & <form>)", "The form drops its state.\nIt stays empty.\n\nSeen in 3 of 5 runs.");

    // A document with the same text in every field that takes text.
    public static TicketExportDocument Hostile(string text) => new()
    {
        Source = new()
        {
            Type = text, RecordId = text, Title = text + "!", Severity = TicketSeverity.High, Category = text, Status = text,
            ReportId = text, IssueId = text, Fingerprint = text, AffectedUrl = text, RelatedIssueIds = [text, text],
        },
        Title = text,
        Summary = text,
        BusinessImpact = text,
        ReproductionSteps = [text, text],
        EvidenceLinks =
        [
            new() { Label = text, Url = "https://evidence.example.test/a?b=1&c=2", Type = text, AttachmentAllowed = false },
            new() { Label = text, Url = text, Type = "report", AttachmentAllowed = false },
        ],
        RemediationSnippet = text,
        AcceptanceCriteria = [new() { Description = text, EvidenceRequired = true, VerificationHint = text, SourceReference = text }],
        Labels = [text, text],
        Priority = TicketPriority.High,
        Assignee = text,
        ExternalTicketRefs = [new() { ProviderKey = text, ExternalId = text, ExternalKey = text, Url = text }],
    };

    private static TicketExportDocument Filled(string title, string summary) => new()
    {
        Source = new()
        {
            Type = SourceTypes.ReportIssue, RecordId = "42", Title = "Checkout form drops validation state", Severity = TicketSeverity.Critical,
            Category = "checkout_forms", Status = "open", ReportId = "12", IssueId = "42", Fingerprint = "shop-42",
            AffectedUrl = "https://store.example.test/checkout?step=2", RelatedIssueIds = ["43", "x-44"],
        },
        Title = title,
        Summary = summary,
        BusinessImpact = "Buyers leave. About 2 % of all orders are lost, $5 to $10 each.",
        ReproductionSteps = ["Open https://store.example.test/checkout.", "Submit with an invalid card.\nUse 4000 0000 0000 0002."],
        EvidenceLinks =
        [
            new() { Label = "Screenshot", Url = "https://app.example.test/evidence/1?view=full&size=2", Type = "screenshot", ExpiresAt = Now.AddDays(1), AttachmentAllowed = true },
            new() { Label = "Trace", Url = "https://app.example.test/evidence/2", Type = "trace", ExpiresAt = Now, AttachmentAllowed = false },
        ],
        RemediationSnippet = "form.validate();\n// ```",
        AcceptanceCriteria =
        [
            new() { Description = "Validation stays visible.", EvidenceRequired = true, VerificationHint = "Pay with the test card.", SourceReference = "WCAG 3.3.1" },
            new() { Description = "snake_case_names and 2 * 3 stay readable.", EvidenceRequired = false },
        ],
        Labels = ["webriskops", "needs review"],
        Priority = TicketPriority.Urgent,
        Assignee = "@alice",
        ExternalTicketRefs = [new() { ProviderKey = "jira", ExternalId = "10042", ExternalKey = "SHOP-42", Url = "https://jira.example.test/browse/SHOP-42" }],
        ExportStatus = ExportStatus.Approved,
    };
}
