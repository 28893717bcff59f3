using TicketExport.Ledger;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>One SQLite file; each life of a worker has a ledger, and so connections, of its own.</summary>
internal sealed class SqliteStorage : ILedgerStorage
{
    private readonly SqliteLedgerOptions _options;
    private readonly TimeProvider _time;
    private readonly SqliteExportLedger _judge;
    private readonly HashSet<SqliteExportLedger> _open = [];

    public SqliteStorage(string path, TimeProvider time)
    {
        _options = new SqliteLedgerOptions { ConnectionString = $"Data Source={path}" };
        _time = time;
        _judge = new SqliteExportLedger(_options, time);
    }

    public IExportLedgerQueries Queries => _judge;

    public IDecisionLedger Decisions => _judge;

    public ILinkLedger Links => _judge;

    public IExportLedger Open()
    {
        var ledger = new SqliteExportLedger(_options, _time);
        _open.Add(ledger);
        return ledger;
    }

    public void Abandon(IExportLedger ledger)
    {
        var abandoned = (SqliteExportLedger)ledger;
        _open.Remove(abandoned);
        abandoned.Dispose();
    }

    public void Dispose()
    {
        foreach (var ledger in _open)
        {
            ledger.Dispose();
        }

        _judge.Dispose();
    }
}
