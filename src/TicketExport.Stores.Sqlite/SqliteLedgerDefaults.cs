namespace TicketExport.Stores.Sqlite;

/// <summary>The names and limits of the SQLite ledger.</summary>
public static class SqliteLedgerDefaults
{
    /// <summary>The configuration section that <see cref="SqliteLedgerOptions"/> are read from.</summary>
    public const string SectionName = $"{TicketExportOptions.SectionName}:{SubsectionName}";

    internal const string SubsectionName = "Sqlite";

    /// <summary>
    /// The oldest SQLite that the ledger works with. Older ones can corrupt a WAL file that several connections use.
    /// </summary>
    public static Version MinimumSqliteVersion { get; } = new(3, 51, 3);
}
