using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

/// <summary>One ledger file in a folder of its own, with the ledgers that a test opens on it.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentBag<SqliteExportLedger> _ledgers = [];

    public LedgerFile() => Path = _folder.File("ledger.db");

    public string Path { get; set; }

    public string Folder => _folder.Path;

    public static ClaimRequest Request(string recordId, string claim = "c")
    {
        var account = new AccountScope { Id = "acme" };
        var source = new TicketSource
        {
            Type = "report_issue",
            RecordId = recordId,
            Title = "Finding",
            Severity = TicketSeverity.High,
            Category = "security",
            Status = "open",
            Fingerprint = "f",
        };
        return new ClaimRequest
        {
            Account = account,
            TargetId = "tracker",
            ProviderKey = "mock",
            Source = new SourceKey(source.Type, recordId),
            Keys = ExportKeys.Compute(account, source, new TicketTarget { Id = "tracker", ProviderKey = "mock" }, 1),
            DocumentJson = "{}"u8.ToArray(),
            ExportId = $"export-{recordId}-{claim}",
            ClaimId = $"claim-{recordId}-{claim}",
            LeaseDuration = TimeSpan.FromMinutes(1),
        };
    }

    public static EnqueueRequest Enqueue(string recordId)
    {
        var request = Request(recordId);
        return new EnqueueRequest
        {
            Account = request.Account,
            TargetId = request.TargetId,
            ProviderKey = request.ProviderKey,
            Source = request.Source,
            Keys = request.Keys,
            DocumentJson = request.DocumentJson,
            ExportId = request.ExportId,
        };
    }

    public SqliteExportLedger Open(TimeProvider time) =>
        Open(new SqliteLedgerOptions { ConnectionString = $"Data Source={Path}" }, time);

    public SqliteExportLedger Open(SchemaMode mode = SchemaMode.Provision)
    {
        var options = new SqliteLedgerOptions
        {
            ConnectionString = $"Data Source={Path}",
            SchemaMode = mode,
            BusyTimeout = TimeSpan.FromSeconds(30),
        };
        return Open(options);
    }

    public SqliteExportLedger Open(SqliteLedgerOptions options, TimeProvider? time = null)
    {
        var ledger = new SqliteExportLedger(options, time ?? TimeProvider.System);
        _ledgers.Add(ledger);
        return ledger;
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public object? Scalar(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Closes all ledgers; the last one leaves the file without a log.</summary>
    public void CloseAll()
    {
        foreach (var ledger in _ledgers)
        {
            ledger.Dispose();
        }
    }

    public void Dispose()
    {
        CloseAll();
        _folder.Dispose();
    }
}
