using Microsoft.Data.Sqlite;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Rows into records; the ordinals follow the column lists of <see cref="LedgerSql"/>.</summary>
internal static class LedgerRows
{
    private const int AfterExport = 33;

    public static ExportRecord ReadExport(SqliteDataReader row) => new()
    {
        ExportId = row.GetString(0),
        Account = new AccountScope { Id = row.GetString(1), ProjectId = Text(row, 2) },
        Source = new SourceKey(row.GetString(3), row.GetString(4)),
        ReportId = Text(row, 5),
        TargetId = row.GetString(6),
        ProviderKey = row.GetString(7),
        Fingerprint = DuplicateFingerprint.Parse(row.GetString(8)),
        IdempotencyKey = IdempotencyKey.Parse(row.GetString(9)),
        Generation = row.GetInt32(10),
        Status = (ExportStatus)row.GetInt32(11),
        FencingToken = row.GetInt64(12),
        Attempts = row.GetInt32(13),
        RetryAt = Time(row, 14),
        Failure = StoredFailure.Read(Text(row, 15)),
        CreatedAt = Time(row, 16)!.Value,
        UpdatedAt = Time(row, 17)!.Value,
        HasOpenAttempt = row.GetBoolean(18),
        MappingStatus = (MappingStatus)row.GetInt32(19),
        FailedTries = row.GetInt32(20),
        RateLimits = row.GetInt32(21),
        ApprovedAt = Time(row, 22) ?? Time(row, 16)!.Value,
        PortablePath = Text(row, 23),
        Ticket = row.IsDBNull(24) ? null : ReadTicket(row),
        LinkedAt = Time(row, 27),
        Link = row.IsDBNull(28) ? LinkState.None : (LinkState)row.GetInt32(28),
        PortableFormat = Text(row, 29),
        PortableFormatReason = Text(row, 30),
        PortableReason = (FallbackReason)row.GetInt32(31),
        PortableFailure = StoredFailure.Read(Text(row, 32)),
    };

    public static GuardRecord ReadGuard(SqliteDataReader row) => new(row.GetInt32(AfterExport), ReadExport(row));

    public static NotificationRecord ReadNotification(SqliteDataReader row) => new()
    {
        Export = ReadExport(row),
        FencingToken = row.GetInt64(AfterExport),
        Status = (ExportStatus)row.GetInt32(AfterExport + 1),
        OccurredAt = Time(row, AfterExport + 2)!.Value,
        Deliveries = row.GetInt32(AfterExport + 3),
    };

    public static (int Generation, string ExportId) ReadGuardRow(SqliteDataReader row) => (row.GetInt32(0), row.GetString(1));

    public static LedgerEntry ReadEntry(SqliteDataReader row) => new()
    {
        Export = ReadExport(row),
        ClaimId = Text(row, AfterExport),
        LeaseUntil = Time(row, AfterExport + 1),
        LastAttempt = row.IsDBNull(AfterExport + 2) ? null : ReadAttempt(row, AfterExport + 2),
    };

    public static AttemptRecord ReadAttempt(SqliteDataReader row) => ReadAttempt(row, 0);

    public static DateTimeOffset? ReadTime(SqliteDataReader row) => Time(row, 0);

    public static DueExport ReadDue(SqliteDataReader row) =>
        new(new TargetKey(row.GetString(0), row.GetString(1)), row.GetString(2), Time(row, 3)!.Value);

    public static TargetCooldown ReadCooldown(SqliteDataReader row) =>
        new(new TargetKey(row.GetString(0), row.GetString(1)), Time(row, 2)!.Value);

    public static AuditRecord ReadAudit(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        AccountId = row.GetString(1),
        At = Time(row, 2)!.Value,
        By = new AuditStamp(row.GetString(3), row.GetString(4)),
        Action = (AuditAction)row.GetInt32(5),
        ExportId = row.GetString(6),
        TicketId = Text(row, 7),
        FormerTicketId = Text(row, 8),
        Overridden = Text(row, 9),
    };

    private static AttemptRecord ReadAttempt(SqliteDataReader row, int first) => new()
    {
        ExportId = row.GetString(first),
        Number = row.GetInt32(first + 1),
        State = (AttemptState)row.GetInt32(first + 2),
        FencingToken = row.GetInt64(first + 3),
        StartedAt = Time(row, first + 4)!.Value,
        EndedAt = Time(row, first + 5),
        Failure = StoredFailure.Read(Text(row, first + 6)),
    };

    private static TicketReference ReadTicket(SqliteDataReader row) => new()
    {
        ProviderTicketId = row.GetString(24),
        ExternalIssueId = Text(row, 25),
        Url = Text(row, 26) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null,
    };

    public static string? Text(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static DateTimeOffset? Time(SqliteDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(ordinal));
}
