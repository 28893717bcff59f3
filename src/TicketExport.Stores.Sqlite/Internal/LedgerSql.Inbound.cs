namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ListLinksByTicket = $"{LinkedBy} ticket_export_link_by_ticket {JoinExport} l.provider_ticket_id = $name {FirstLinks}";

    public const string ListLinksByTicketOfAccount =
        $"{LinkedBy} ticket_export_link_by_ticket {JoinExport} l.provider_ticket_id = $name AND l.account_id = $account {FirstLinks}";

    public const string ListLinksByIssue = $"{LinkedBy} ticket_export_link_by_issue {JoinExport} l.external_issue_id = $name {FirstLinks}";

    public const string ListLinksByIssueOfAccount =
        $"{LinkedBy} ticket_export_link_by_issue {JoinExport} l.external_issue_id = $name AND l.account_id = $account {FirstLinks}";

    public const string ReadReceipt = """
        SELECT body_hash FROM ticket_export_receipt
        WHERE account_id = $account AND target_id = $target AND delivery_id = $delivery
        """;

    public const string InsertReceipt = """
        INSERT INTO ticket_export_receipt (account_id, target_id, delivery_id, body_hash, received_at)
        VALUES ($account, $target, $delivery, $hash, $received)
        """;

    public const string InsertInbound = """
        INSERT INTO ticket_export_inbound (
            account_id, target_id, at, delivery_id, kind, ticket_id, export_id, actor_id, occurred_at, is_applied, reason)
        VALUES ($account, $target, $at, $delivery, $kind, $ticket, $export, $actor, $occurred, $applied, $reason)
        RETURNING number
        """;

    public const string ListInbound = """
        SELECT number, account_id, target_id, at, delivery_id, kind, ticket_id, export_id, actor_id, occurred_at, is_applied, reason
        FROM ticket_export_inbound INDEXED BY ticket_export_inbound_by_target
        WHERE account_id = $account AND target_id = $target AND number < $number ORDER BY number DESC LIMIT $limit
        """;

    public const string ListOldReceipts = """
        SELECT account_id, target_id, delivery_id FROM ticket_export_receipt INDEXED BY ticket_export_receipt_by_age
        WHERE received_at < $before ORDER BY received_at LIMIT $limit
        """;

    public const string RemoveReceipt =
        "DELETE FROM ticket_export_receipt WHERE account_id = $account AND target_id = $target AND delivery_id = $delivery";

    public const string ListOldInbound = """
        SELECT number FROM ticket_export_inbound INDEXED BY ticket_export_inbound_by_age
        WHERE at < $before ORDER BY at LIMIT $limit
        """;

    public const string RemoveInbound = "DELETE FROM ticket_export_inbound WHERE number = $number";

    private const string LinkedBy = $"SELECT {ExportColumns} FROM ticket_export_link l INDEXED BY";

    private const string JoinExport =
        "CROSS JOIN ticket_export e ON e.account_id = l.account_id AND e.export_id = l.export_id WHERE l.target_id = $target AND";

    // Live or broken. What a ticket was linked with once and is no more does not count.
    private const string FirstLinks = "AND l.state IN (1, 2) ORDER BY l.account_id, l.export_id LIMIT $limit";
}
