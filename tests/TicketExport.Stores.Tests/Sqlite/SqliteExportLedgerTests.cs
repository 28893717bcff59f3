using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;
using TicketExport.Testing.Conformance.Ledgers;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteExportLedgerTests : DurableLedgerConformanceTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteExportLedger> _ledgers = [];
    private int _files;

    public void Dispose()
    {
        _ledgers.ForEach(ledger => ledger.Dispose());
        _folder.Dispose();
    }

    protected override Task<LedgerUnderTest> CreateLedgerAsync(TimeProvider time)
    {
        _files++;
        return ReopenLedgerAsync(time);
    }

    protected override Task<LedgerUnderTest> ReopenLedgerAsync(TimeProvider time)
    {
        var options = new SqliteLedgerOptions { ConnectionString = $"Data Source={_folder.File($"ledger-{_files}.db")}" };
        var ledger = new SqliteExportLedger(options, time);
        _ledgers.Add(ledger);
        return Task.FromResult(new LedgerUnderTest(ledger, ledger, ledger, ledger, ledger));
    }
}
