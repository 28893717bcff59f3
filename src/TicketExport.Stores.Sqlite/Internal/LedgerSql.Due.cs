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

    public const string NextLane = """
        SELECT account_id, target_id FROM ticket_export INDEXED BY ticket_export_by_lane
        WHERE due_at IS NOT NULL AND (account_id, target_id) > ($account, $target) ORDER BY account_id, target_id LIMIT 1
        """;

    public const string ListLane = """
        SELECT account_id, target_id, export_id, due_at FROM ticket_export INDEXED BY ticket_export_by_lane
        WHERE account_id = $account AND target_id = $target AND due_at <= $now ORDER BY due_at, export_id LIMIT $limit
        """;
}
