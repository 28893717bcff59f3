namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ListDocuments = $"""
        SELECT {ExportColumns} FROM ticket_export_document d
        JOIN ticket_export e ON e.account_id = d.account_id AND e.export_id = d.export_id {JoinLink}
        WHERE (d.account_id, d.export_id) > ($account, $export)
        ORDER BY d.account_id, d.export_id LIMIT $limit
        """;
}
