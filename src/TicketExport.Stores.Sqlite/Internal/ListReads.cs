using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Reads one page: the statement of the narrowest index, once for each status, merged by the pure rules.</summary>
internal static class ListReads
{
    public static Page<ExportRecord> List(SqliteSession session, ExportFilter filter, PageRequest page, PageCursor? start)
    {
        var rows = new List<ExportRecord>();
        if (filter.Statuses.IsEmpty)
        {
            Read(session.Prepare(filter.TargetId is null ? LedgerSql.ListByCreated : LedgerSql.ListByTarget), filter, page, start, rows);
        }

        foreach (var status in filter.Statuses.Distinct())
        {
            Read(PrepareByStatus(session, filter, status), filter, page, start, rows);
        }

        return ListRules.ToPage(rows, page);
    }

    public static Page<AuditRecord> ListAudit(SqliteSession session, AuditFilter filter, PageRequest page, PageCursor? start)
    {
        var rows = new List<AuditRecord>();
        var statement = filter.ExportId is null
            ? session.Prepare(LedgerSql.ListAudit)
            : session.Prepare(LedgerSql.ListAuditOfExport).Set("$export", filter.ExportId);
        statement
            .Set("$account", filter.AccountId)
            .Set("$number", start?.Number ?? long.MaxValue)
            .Set("$limit", page.Size + 1)
            .QueryAll(row => rows.Add(LedgerRows.ReadAudit(row)));
        return ListRules.ToPage(rows, page);
    }

    private static SqliteStatement PrepareByStatus(SqliteSession session, ExportFilter filter, ExportStatus status) =>
        status == ExportStatus.Exported
            ? session.Prepare(filter.TargetId is null ? LedgerSql.ListExported : LedgerSql.ListExportedByTarget)
            : session.Prepare(LedgerSql.ListByStatus).Set("$status", (int)status);

    private static void Read(SqliteStatement statement, ExportFilter filter, PageRequest page, PageCursor? start, List<ExportRecord> rows)
    {
        // An id below every other one: of the first millisecond that is not listed, no row passes.
        var (at, id) = (LedgerTime.Ceiling(filter.CreatedBefore)?.ToUnixTimeMilliseconds() ?? long.MaxValue, "");
        if (start is not null && start.Number < at)
        {
            (at, id) = (start.Number, start.Id);
        }

        statement
            .Set("$account", filter.AccountId)
            .Set("$target", filter.TargetId)
            .Set("$source_type", filter.SourceType)
            .Set("$from", LedgerTime.Ceiling(filter.CreatedFrom)?.ToUnixTimeMilliseconds() ?? long.MinValue)
            .Set("$at", at)
            .Set("$id", id)
            .Set("$limit", page.Size + 1)
            .QueryAll(row => rows.Add(LedgerRows.ReadExport(row)));
    }
}
