namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string FirstNotification = $"""
        SELECT {ExportColumns}, n.fencing_token, n.status, n.occurred_at, n.deliveries FROM ticket_export_notification n
        JOIN ticket_export e ON e.account_id = n.account_id AND e.export_id = n.export_id {JoinLink}
        WHERE n.due_at <= $now
        ORDER BY n.due_at, n.account_id, n.export_id, n.fencing_token LIMIT 1
        """;

    public const string InsertNotification = """
        INSERT OR IGNORE INTO ticket_export_notification (account_id, export_id, fencing_token, status, occurred_at, due_at, deliveries)
        VALUES ($account, $export, $fence, $status, $at, $at, 0)
        """;

    public const string TakeNotification = """
        UPDATE ticket_export_notification SET due_at = $until, deliveries = deliveries + 1
        WHERE account_id = $account AND export_id = $export AND fencing_token = $fence
        """;

    public const string KeepNotification = """
        UPDATE ticket_export_notification SET due_at = $until
        WHERE account_id = $account AND export_id = $export AND fencing_token = $fence AND deliveries = $deliveries RETURNING 1
        """;

    public const string RemoveNotification = """
        DELETE FROM ticket_export_notification
        WHERE account_id = $account AND export_id = $export AND fencing_token = $fence AND deliveries = $deliveries RETURNING 1
        """;
}
