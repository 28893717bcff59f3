using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Core.Tests.Review;

/// <summary>Facts of a review that hold nothing up; tests change what they are about.</summary>
internal static class FactsOf
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DuplicateFingerprint Fingerprint = DuplicateFingerprint.Parse(new string('a', 64));

    public static ReviewFacts NewFinding { get; } = new()
    {
        Now = Now,
        Source = new SourceKey("report_issue", "42"),
        TargetId = "board",
        ProviderKey = "scripted",
        IsGuardKnown = true,
        Connection = ConnectionFacts.Connected,
    };

    public static ReviewFacts With(ExportFacts holder) => NewFinding with { Exports = [holder], HolderId = holder.Record.ExportId, OwnId = holder.Record.ExportId };

    public static ReviewFacts Ticket(StatusSyncStatus sync = StatusSyncStatus.Fresh, LinkState link = LinkState.Live) => With(Linked(sync, link));

    public static ReviewFacts Failed(ExportFailure failure) => With(Export(ExportStatus.Failed, AttemptState.Rejected, failure)) with
    {
        Connection = ConnectionFacts.NotChecked,
    };

    public static ExportFacts Export(ExportStatus status, AttemptState attempt = AttemptState.None, ExportFailure? failure = null) => new()
    {
        Record = Record(status) with { Failure = failure },
        Attempts = attempt == AttemptState.None ? [] : [Attempt(attempt, failure)],
    };

    public static ExportFacts Linked(StatusSyncStatus sync = StatusSyncStatus.Fresh, LinkState link = LinkState.Live, string target = "board")
    {
        var record = Record(ExportStatus.Exported) with { ExportId = $"export-{target}", TargetId = target, Ticket = Reference.Ticket };
        return new ExportFacts
        {
            Record = record,
            Attempts = [Attempt(AttemptState.Created) with { ExportId = record.ExportId }],
            Reference = Reference with { ExportId = record.ExportId, TargetId = target, Link = link, StatusSyncStatus = sync },
        };
    }

    public static ExportFacts Filed(ExportFacts export) => export with { Record = export.Record with { PortablePath = "acme/42.md" } };

    public static ExportFacts Unfiled(ExportFacts export) => export with
    {
        Record = export.Record with { PortableFailure = Failure(ExportCodes.PortableExportFailed, FailureReason.Configuration) },
    };

    public static AttemptRecord Attempt(AttemptState state, ExportFailure? failure = null) => new()
    {
        ExportId = "export-board",
        Number = 1,
        State = state,
        FencingToken = 1,
        StartedAt = Now.AddHours(-1),
        EndedAt = state == AttemptState.Sending ? null : Now.AddHours(-1).AddSeconds(1),
        Failure = failure,
    };

    public static ExportFailure Failure(string code, FailureReason reason = FailureReason.Unavailable, NextStep step = NextStep.FixSettings) =>
        new() { Code = code, Reason = reason, Message = "It failed.", NextStep = step };

    public static ReviewedReference Reference { get; } = new()
    {
        ExportId = "export-board",
        TargetId = "board",
        ProviderKey = "scripted",
        Ticket = new TicketReference { ProviderTicketId = "10001", ExternalIssueId = "ACME-7", Url = new Uri("https://tracker.example.test/ACME-7") },
        Link = LinkState.Live,
        IsReadable = true,
        ProviderStatus = ProviderStatus.Open,
        StatusSyncStatus = StatusSyncStatus.Fresh,
        LastSyncedAt = Now.AddMinutes(-1),
    };

    private static ExportRecord Record(ExportStatus status) => new()
    {
        ExportId = "export-board",
        Account = new AccountScope { Id = "acme" },
        Source = new SourceKey("report_issue", "42"),
        ReportId = "12",
        TargetId = "board",
        ProviderKey = "scripted",
        Fingerprint = Fingerprint,
        IdempotencyKey = IdempotencyKey.Compute(Fingerprint, "board", 1),
        Generation = 1,
        Status = status,
        FencingToken = 1,
        Attempts = 1,
        CreatedAt = Now.AddHours(-2),
        ApprovedAt = Now.AddHours(-2),
        UpdatedAt = Now.AddHours(-1),
    };
}
