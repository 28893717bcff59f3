namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ListTargetSwitches = """
        SELECT number, account_id, target_id, cause, at, actor, reason, failure
        FROM ticket_export_target_switch INDEXED BY ticket_export_target_switch_by_target
        WHERE account_id = $account AND target_id = $target AND number < $number ORDER BY number DESC LIMIT $limit
        """;

    public const string InsertTargetSwitch = """
        INSERT INTO ticket_export_target_switch (account_id, target_id, cause, at, actor, reason, failure)
        VALUES ($account, $target, $cause, $at, $actor, $reason, $failure)
        """;

    public const string ReadFailingSince =
        "SELECT failing_since FROM ticket_export_target_failing WHERE account_id = $account AND target_id = $target";

    public const string WriteFailingSince = """
        INSERT INTO ticket_export_target_failing (account_id, target_id, failing_since) VALUES ($account, $target, $since)
        ON CONFLICT (account_id, target_id) DO UPDATE SET failing_since = excluded.failing_since
        """;

    public const string RemoveFailingSince =
        "DELETE FROM ticket_export_target_failing WHERE account_id = $account AND target_id = $target";
}
