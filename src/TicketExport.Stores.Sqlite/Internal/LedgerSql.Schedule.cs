namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ReadSchedule =
        "SELECT read_at, hinted_at FROM ticket_export_link WHERE account_id = $account AND export_id = $export";

    public const string WriteSchedule =
        "UPDATE ticket_export_link SET read_at = $read, hinted_at = $hinted WHERE account_id = $account AND export_id = $export";

    public const string ListDueReads = """
        SELECT account_id, target_id, export_id, read_at FROM ticket_export_link INDEXED BY ticket_export_link_by_read
        WHERE read_at <= $now ORDER BY read_at LIMIT $limit
        """;

    public const string FirstReadLane = """
        SELECT account_id, target_id FROM ticket_export_link INDEXED BY ticket_export_link_by_lane
        WHERE read_at IS NOT NULL AND account_id >= '' ORDER BY account_id, target_id LIMIT 1
        """;

    public const string NextReadLaneOfAccount = """
        SELECT account_id, target_id FROM ticket_export_link INDEXED BY ticket_export_link_by_lane
        WHERE read_at IS NOT NULL AND account_id = $account AND target_id > $target ORDER BY target_id LIMIT 1
        """;

    public const string NextReadAccount = """
        SELECT account_id, target_id FROM ticket_export_link INDEXED BY ticket_export_link_by_lane
        WHERE read_at IS NOT NULL AND account_id > $account ORDER BY account_id, target_id LIMIT 1
        """;

    public const string ListReadLane = """
        SELECT account_id, target_id, export_id, read_at FROM ticket_export_link INDEXED BY ticket_export_link_by_lane
        WHERE account_id = $account AND target_id = $target AND read_at <= $now ORDER BY read_at, export_id LIMIT $limit
        """;
}
