using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Portable;

internal static class PortableTickets
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PortableTicket One(string text = "Fix checkout validation state", string id = "42")
    {
        var account = new AccountScope { Id = "456", ProjectId = "p-789" };
        var document = Document(text, id);
        var fingerprint = DuplicateFingerprint.Compute(account, document.Source);
        return new()
        {
            Document = document,
            Account = account,
            DuplicateFingerprint = fingerprint,
            IdempotencyKey = IdempotencyKey.Compute(fingerprint, "acme", 1),
            ExportStatus = ExportStatus.RetryScheduled,
            TargetId = "acme",
            RetryAt = Now.AddMinutes(5),
        };
    }

    public static async IAsyncEnumerable<PortableTicket> Stream(params PortableTicket[] tickets)
    {
        foreach (var ticket in tickets)
        {
            await Task.Yield();
            yield return ticket;
        }
    }

    public static async IAsyncEnumerable<PortableTicket> Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return One(id: $"{i}");
            if (i % 1_000 == 0)
            {
                await Task.Yield();
            }
        }
    }

    private static TicketExportDocument Document(string text, string id) => new()
    {
        Source = new()
        {
            Type = SourceTypes.ReportIssue,
            RecordId = id,
            Title = text,
            Severity = TicketSeverity.High,
            Category = text,
            Status = text,
            ReportId = "12",
            IssueId = id,
            Fingerprint = "shop-42",
            AffectedUrl = "https://store.example.test/checkout",
            RelatedIssueIds = ["43", "44"],
        },
        Title = text,
        Summary = text,
        BusinessImpact = text,
        ReproductionSteps = ["Open checkout.", text],
        EvidenceLinks = [new() { Label = text, Url = "https://app.example.test/evidence/42", Type = "report", AttachmentAllowed = false }],
        RemediationSnippet = text,
        AcceptanceCriteria = [new() { Description = text, EvidenceRequired = true, VerificationHint = text }],
        Labels = ["webriskops", "needs review"],
        Priority = TicketPriority.Urgent,
        Assignee = text,
        ExternalTicketRefs = [new() { ProviderKey = "jira", ExternalId = "10042", ExternalKey = "SHOP-42", Url = "https://jira.example.test/browse/SHOP-42" }],
    };
}
