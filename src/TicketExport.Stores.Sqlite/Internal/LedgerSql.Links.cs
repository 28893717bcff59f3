namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ReadLiveGeneration = $"SELECT max(generation) FROM ticket_export_guard WHERE {Holds}";

    public const string RaiseGeneration = $"UPDATE ticket_export_guard SET generation = $generation WHERE {Holds}";

    public const string InsertAudit = """
        INSERT INTO ticket_export_audit (account_id, at, actor, reason, action, export_id, ticket_id, former_ticket_id, overridden)
        VALUES ($account, $at, $actor, $reason, $action, $export, $ticket, $former, $overridden)
        """;

    public const string ListAudit = $"""
        SELECT {AuditColumns} FROM ticket_export_audit INDEXED BY ticket_export_audit_by_account
        WHERE account_id = $account AND number < $number ORDER BY number DESC LIMIT $limit
        """;

    public const string ListAuditOfExport = $"""
        SELECT {AuditColumns} FROM ticket_export_audit INDEXED BY ticket_export_audit_by_export
        WHERE account_id = $account AND export_id = $export AND number < $number ORDER BY number DESC LIMIT $limit
        """;

    private const string Holds = "account_id = $account AND guard_key IN ($source_guard, $target_guard) AND export_id = $export";

    private const string AuditColumns = "number, account_id, at, actor, reason, action, export_id, ticket_id, former_ticket_id, overridden";
}
