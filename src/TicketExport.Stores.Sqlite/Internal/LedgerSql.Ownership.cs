namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ListOwnership = """
        SELECT number, account_id, target_id, destination_hash, origin, is_confirmed, at, actor, reason
        FROM ticket_export_ownership INDEXED BY ticket_export_ownership_by_target
        WHERE account_id = $account AND target_id = $target AND number < $number ORDER BY number DESC LIMIT $limit
        """;

    public const string InsertOwnership = """
        INSERT INTO ticket_export_ownership (account_id, target_id, destination_hash, origin, is_confirmed, at, actor, reason)
        VALUES ($account, $target, $hash, $origin, $confirmed, $at, $actor, $reason)
        """;
}
