using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

/// <summary>Takes the disk from under the connection that writes. SQLite then gives the answers that a real disk leads to.</summary>
/// <remarks>It is over with the first failure, for the ledger does not trust that connection again: the next one finds the disk well.</remarks>
internal static class SqliteDisk
{
    /// <summary>The file may not grow any more, and the next write needs it to.</summary>
    public static Task FillAsync(SqliteExportLedger ledger) => RunAsync(
        ledger,
        """
        CREATE TABLE IF NOT EXISTS of_the_host (bytes BLOB);
        CREATE TEMP TRIGGER grow_insert AFTER INSERT ON main.ticket_export BEGIN INSERT INTO of_the_host VALUES (zeroblob(1000000)); END;
        CREATE TEMP TRIGGER grow_update AFTER UPDATE ON main.ticket_export BEGIN INSERT INTO of_the_host VALUES (zeroblob(1000000)); END;
        """,
        "PRAGMA max_page_count=1");

    /// <summary>The file cannot be written any more, as after its disk was mounted anew for reading only.</summary>
    public static Task ProtectAsync(SqliteExportLedger ledger) => RunAsync(ledger, "PRAGMA query_only=ON");

    private static Task<bool> RunAsync(SqliteExportLedger ledger, params string[] statements) => ledger.Writer.RunAsync(
        (session, _) =>
        {
            foreach (var statement in statements)
            {
                session.Prepare(statement).Execute();
            }

            return true;
        },
        relaxed: true,
        default);
}
