namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ListByCreated =
        $"SELECT {ExportColumns} FROM ticket_export e INDEXED BY ticket_export_by_created {JoinLink} WHERE e.account_id = $account {Rest}";

    public const string ListByTarget =
        $"SELECT {ExportColumns} FROM ticket_export e INDEXED BY ticket_export_by_target {JoinLink} WHERE e.account_id = $account AND e.target_id = $target {Rest}";

    // The index leaves out what was exported (5), and SQLite takes it only where the statement says so too.
    public const string ListByStatus =
        $"SELECT {ExportColumns} FROM ticket_export e INDEXED BY ticket_export_by_status {JoinLink} WHERE e.account_id = $account AND e.status = $status AND e.status <> 5 {Rest}";

    public const string ListExported =
        $"SELECT {ExportColumns} FROM ticket_export e INDEXED BY ticket_export_by_created {JoinLink} WHERE e.account_id = $account AND e.status = 5 {Rest}";

    public const string ListExportedByTarget =
        $"SELECT {ExportColumns} FROM ticket_export e INDEXED BY ticket_export_by_target {JoinLink} WHERE e.account_id = $account AND e.target_id = $target AND e.status = 5 {Rest}";

    public const string ReadCooldown =
        "SELECT paused_until FROM ticket_export_target WHERE account_id = $account AND target_id = $target AND paused_until > $now";

    public const string ListCooldowns =
        "SELECT account_id, target_id, paused_until FROM ticket_export_target WHERE account_id = $account AND paused_until > $now ORDER BY target_id";

    // Both ends of the range bound the search; what is left tells rows of the page's own millisecond apart, or filters.
    private const string Rest = """
        AND e.created_at BETWEEN $from AND $at AND (e.created_at < $at OR e.export_id < $id)
        AND ($target IS NULL OR e.target_id = $target) AND ($source_type IS NULL OR e.source_type = $source_type)
        ORDER BY e.created_at DESC, e.export_id DESC LIMIT $limit
        """;
}
