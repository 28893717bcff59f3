using Microsoft.Extensions.Options;
using Moq;
using TicketExport.Contract;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Portable.Internal;
using TicketExport.Redaction;

namespace TicketExport.Portable;

/// <summary>A ledger with one export, as far as the fallback sees it.</summary>
internal sealed class OneExport
{
    private readonly Mock<IExportLedgerQueries> _queries = new(MockBehavior.Strict);
    private readonly Mock<ITicketDecisions> _decisions = new(MockBehavior.Strict);
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
            ApprovedAt = PortableTickets.Now,
            CreatedAt = PortableTickets.Now,
            UpdatedAt = PortableTickets.Now,
            Failure = FailureOf(ExportCodes.ProviderUnavailable, FailureReason.Unavailable),
        };
        _queries.Setup(static queries => queries.FindExportAsync("456", "e1", It.IsAny<CancellationToken>())).ReturnsAsync(() => Record);
        _queries.Setup(static queries => queries.FindExportAsync("456", "other", It.IsAny<CancellationToken>())).ReturnsAsync((ExportRecord?)null);
        _queries.Setup(static queries => queries.ReadDocumentAsync("456", "e1", It.IsAny<CancellationToken>())).ReturnsAsync(() => DocumentJson);
        _decisions.Setup(static decisions => decisions.ParkAsFileAsync("456", "e1", It.IsAny<PortableHandover>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, string _, PortableHandover file, AuditStamp by, CancellationToken _) => Park(file, by));
        _decisions.Setup(static decisions => decisions.NoteFileFailureAsync("456", "e1", It.IsAny<ExportFailure>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, string _, ExportFailure failure, AuditStamp _, CancellationToken _) => Note(failure));
    }

    public ExportRecord Record { get; set; }

    public ReadOnlyMemory<byte>? DocumentJson { get; set; }

    public List<(string Path, AuditStamp By)> Parked { get; } = [];

    /// <summary>What happens at the ledger just before the export would be parked; <see langword="false"/> refuses.</summary>
    public Func<bool> BeforeParking { get; set; } = static () => true;

    public PortableFallback FallbackOver(PortableFixture fixture)
    {
        var options = new Mock<IOptionsMonitor<TicketExportOptions>>();
        options.Setup(static monitor => monitor.CurrentValue).Returns(new TicketExportOptions());
        var judge = new FallbackJudge(_queries.Object, options.Object, fixture.Time);
        var views = new FallbackViews(judge, fixture.Get<IPortableFileStore>(), fixture.Get<IRedactionGateSource>(), fixture.Time);
        return new(judge, _decisions.Object, (PortableExporter)fixture.Exporter, views);
    }

    public static ExportFailure FailureOf(string code, FailureReason reason, int? status = null) => new()
    {
        Code = code,
        Reason = reason,
        Message = "It did not work.",
        NextStep = NextStep.FixSettings,
        ProviderResponseCode = status,
    };

    private DecisionResult Note(ExportFailure failure)
    {
        Record = Record with { PortableFailure = failure };
        return new(DecisionOutcome.Done, Record);
    }

    private DecisionResult Park(PortableHandover file, AuditStamp by)
    {
        if (!BeforeParking())
        {
            return new(DecisionOutcome.WrongStatus, Record);
        }

        Parked.Add((file.Path, by));
        Record = Record with
        {
            Status = ExportStatus.Portable,
            RetryAt = null,
            PortablePath = file.Path,
            PortableFormat = file.Format,
            PortableFormatReason = file.FormatReason,
            PortableReason = file.Reason,
        };
        return new(DecisionOutcome.Done, Record);
    }
}
