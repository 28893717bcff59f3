using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite;

/// <summary>Options of the SQLite ledger: configuration section <c>TicketExport:Sqlite</c>.</summary>
public sealed class SqliteLedgerOptions
{
    /// <summary>
    /// The connection string of Microsoft.Data.Sqlite. <c>Data Source</c> names a file on a local disk; a relative one is
    /// taken from the current directory at first use.
    /// </summary>
    /// <value>Required, such as <c>Data Source=data/tickets.db</c>.</value>
    public string ConnectionString { get; set; } = "";

    /// <summary>What is done about the schema at first use.</summary>
    /// <value>Default: <see cref="SchemaMode.Provision"/>.</value>
    public SchemaMode SchemaMode { get; set; } = SchemaMode.Provision;

    /// <summary>How long a write waits for another process that writes to the same file.</summary>
    /// <value>Default: 10 seconds. Range: 1 second to 5 minutes.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
