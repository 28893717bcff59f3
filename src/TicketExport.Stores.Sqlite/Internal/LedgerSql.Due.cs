namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ReadPause =
        "SELECT paused_until FROM ticket_export_target WHERE account_id = $account AND target_id = $target";

    public const string WritePause = """
        INSERT INTO ticket_export_target (account_id, target_id, paused_until) VALUES ($account, $target, $until)
        ON CONFLICT (account_id, target_id) DO UPDATE SET paused_until = excluded.paused_until
        """;

    public const string ListDue = """
        SELECT account_id, target_id, export_id, due_at FROM ticket_export INDEXED BY ticket_export_by_due
        WHERE due_at <= $now ORDER BY due_at LIMIT $limit
        """;

    public const string FirstLane = """
        SELECT account_id, target_id FROM ticket_export INDEXED BY ticket_export_by_lane
        WHERE due_at IS NOT NULL AND account_id >= '' ORDER BY account_id, target_id LIMIT 1
        """;

    // Two seeks and not one over (account, target): SQLite begins a row-value range at its start and would walk the whole lane.
    public const string NextLaneOfAccount = """
        SELECT account_id, target_id FROM ticket_export INDEXED BY ticket_export_by_lane
        WHERE due_at IS NOT NULL AND account_id = $account AND target_id > $target ORDER BY target_id LIMIT 1
        """;

    public const string NextAccount = """
        SELECT account_id, target_id FROM ticket_export INDEXED BY ticket_export_by_lane
        WHERE due_at IS NOT NULL AND account_id > $account ORDER BY account_id, target_id LIMIT 1
        """;

    public const string ListLane = """
        SELECT account_id, target_id, export_id, due_at FROM ticket_export INDEXED BY ticket_export_by_lane
        WHERE account_id = $account AND target_id = $target AND due_at <= $now ORDER BY due_at, export_id LIMIT $limit
        """;
}
