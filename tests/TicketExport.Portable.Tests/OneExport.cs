using Moq;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable;

/// <summary>A ledger with one export, as far as the fallback sees it.</summary>
internal sealed class OneExport : IExportParking
{
    private readonly Mock<IExportLedgerQueries> _queries = new(MockBehavior.Strict);
    private readonly PortableTicket _ticket;

    public OneExport(string text = "Fix checkout validation state")
    {
        _ticket = PortableTickets.One(text);
        DocumentJson = TicketExportJson.ToUtf8Bytes(_ticket.Document);
        Record = new()
        {
            ExportId = "e1",
            Account = _ticket.Account,
            Source = new SourceKey(_ticket.Document.Source.Type, _ticket.Document.Source.RecordId),
            TargetId = "acme",
            ProviderKey = "jira",
            Fingerprint = _ticket.DuplicateFingerprint,
            IdempotencyKey = _ticket.IdempotencyKey,
            Generation = 1,
            Status = ExportStatus.Failed,
            FencingToken = 1,
            Attempts = 1,
            CreatedAt = PortableTickets.Now,
            UpdatedAt = PortableTickets.Now,
            Failure = FailureOf(ExportCodes.ProviderUnavailable, FailureReason.Unavailable),
        };
        _queries.Setup(static queries => queries.FindExportAsync("456", "e1", It.IsAny<CancellationToken>())).ReturnsAsync(() => Record);
        _queries.Setup(static queries => queries.FindExportAsync("456", "other", It.IsAny<CancellationToken>())).ReturnsAsync((ExportRecord?)null);
        _queries.Setup(static queries => queries.ReadDocumentAsync("456", "e1", It.IsAny<CancellationToken>())).ReturnsAsync(() => DocumentJson);
        _queries.Setup(static queries => queries.ListAttemptsAsync("456", "e1", It.IsAny<CancellationToken>())).ReturnsAsync(() => [AttemptOf(LastAttempt)]);
    }

    public ExportRecord Record { get; set; }

    public ReadOnlyMemory<byte>? DocumentJson { get; set; }

    public AttemptState LastAttempt { get; set; } = AttemptState.Rejected;

    public List<(string Path, AuditStamp By)> Parked { get; } = [];

    /// <summary>What happens at the ledger just before the export would be parked; <see langword="false"/> refuses.</summary>
    public Func<bool> BeforeParking { get; set; } = static () => true;

    public string? Path { get; set; }

    public IExportLedgerQueries Queries => _queries.Object;

    public static ExportFailure FailureOf(string code, FailureReason reason, int? status = null) => new()
    {
        Code = code,
        Reason = reason,
        Message = "It did not work.",
        NextStep = NextStep.FixSettings,
        ProviderResponseCode = status,
    };

    public string? PathOf(ExportRecord export) => Path;

    public Task<ExportRecord?> ParkAsync(string accountId, string exportId, string path, AuditStamp by)
    {
        if (!BeforeParking())
        {
            return Task.FromResult<ExportRecord?>(null);
        }

        Parked.Add((path, by));
        Path = path;
        Record = Record with { Status = ExportStatus.Portable, RetryAt = null };
        return Task.FromResult<ExportRecord?>(Record);
    }

    private static AttemptRecord AttemptOf(AttemptState state) => new()
    {
        ExportId = "e1",
        Number = 1,
        State = state,
        FencingToken = 1,
        StartedAt = PortableTickets.Now,
    };
}
