using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>One source on its way to one target: makes claim requests, each with ids of its own.</summary>
internal sealed record ExportCase
{
    private static int _count;

    public AccountScope Account { get; init; } = new() { Id = "acme" };

    public string Target { get; init; } = "tracker";

    public string RecordId { get; init; } = "4711";

    public string? ReportId { get; init; } = "report-9";

    public int Generation { get; init; } = 1;

    public LinkScope Scope { get; init; } = LinkScope.PerSource;

    public string Document { get; init; } = """{"title":"First"}""";

    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    public SourceKey Source => new("report_issue", RecordId);

    public ExportKeys Keys => ExportKeys.Compute(
        Account,
        new TicketSource
        {
            Type = Source.Type,
            RecordId = RecordId,
            Title = "Finding",
            Severity = TicketSeverity.High,
            Category = "security",
            Status = "open",
            Fingerprint = "f-1",
        },
        new TicketTarget { Id = Target, ProviderKey = "mock", LinkScope = Scope },
        Generation);

    public ClaimRequest Request()
    {
        var number = Interlocked.Increment(ref _count);
        return new ClaimRequest
        {
            Account = Account,
            TargetId = Target,
            ProviderKey = "mock",
            Source = Source,
            ReportId = ReportId,
            Keys = Keys,
            DocumentJson = System.Text.Encoding.UTF8.GetBytes(Document),
            ExportId = $"export-{number:D9}",
            ClaimId = $"claim-{number:D9}",
            LeaseDuration = Lease,
        };
    }

    public EnqueueRequest Enqueue()
    {
        var request = Request();
        return new EnqueueRequest
        {
            Account = request.Account,
            TargetId = request.TargetId,
            ProviderKey = request.ProviderKey,
            Source = request.Source,
            ReportId = request.ReportId,
            Keys = request.Keys,
            DocumentJson = request.DocumentJson,
            ExportId = request.ExportId,
        };
    }

    public BlockRequest Block(ExportFailure failure)
    {
        var request = Request();
        return new BlockRequest
        {
            Account = Account,
            TargetId = Target,
            ProviderKey = "mock",
            Source = Source,
            ReportId = ReportId,
            Keys = Keys,
            DocumentJson = request.DocumentJson,
            ExportId = request.ExportId,
            Failure = failure,
        };
    }

    public LinkCommand.Link Link(TicketReference ticket)
    {
        var request = Request();
        return new LinkCommand.Link(Account, ticket, Updates.By)
        {
            Target = new TicketTarget { Id = Target, ProviderKey = "mock", LinkScope = Scope },
            Source = Source,
            Fingerprint = request.Keys.Fingerprint,
            ReportId = ReportId,
            ExportId = request.ExportId,
        };
    }
}
