using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Benchmarks;

/// <summary>A SQLite ledger in a folder of its own, and a raw connection to a second file with the same settings.</summary>
internal sealed class LedgerStage : IDisposable
{
    private const int PageBytes = 4096;
    private static readonly AccountScope Account = new() { Id = "acme" };
    private static readonly TicketTarget Target = new() { Id = "tracker", ProviderKey = "mock" };
    private readonly string _folder = Directory.CreateTempSubdirectory("ticket-export-").FullName;
    private readonly ServiceProvider _services;
    private readonly byte[] _document = new byte[2_048];
    private int _count;

    public LedgerStage(Action<TicketExportBuilder>? configure = null)
    {
        Array.Fill(_document, (byte)'x');
        var services = new ServiceCollection();
        var builder = services.AddTicketExport().UseSqlite($"Data Source={LedgerPath}");
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        Ledger = _services.GetRequiredService<IExportLedger>();
        Raw = new SqliteConnection($"Data Source={Path.Combine(_folder, "raw.db")};Pooling=False");
        Raw.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE export (id TEXT PRIMARY KEY, state INTEGER, ticket TEXT, json BLOB) STRICT, WITHOUT ROWID;");
    }

    public IServiceProvider Services => _services;

    public IExportLedger Ledger { get; }

    public SqliteConnection Raw { get; }

    public static ExportUpdate Exported(bool relaxed) => new()
    {
        Status = ExportStatus.Exported,
        AttemptState = AttemptState.Created,
        Ticket = new TicketReference { ProviderTicketId = "10001" },
        Relaxed = relaxed,
    };

    public ClaimRequest NextRequest() => Request(Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture));

    public ClaimRequest Request(string record)
    {
        var source = new SourceKey("report_issue", record);
        var id = Guid.CreateVersion7().ToString("N");
        return new ClaimRequest
        {
            Account = Account,
            TargetId = Target.Id,
            ProviderKey = Target.ProviderKey,
            Source = source,
            Keys = ExportKeys.Compute(DuplicateFingerprint.Compute(Account, source, "f"), Target, 1),
            DocumentJson = _document,
            ExportId = id,
            ClaimId = id,
            LeaseDuration = TimeSpan.FromSeconds(45),
        };
    }

    public async Task ExportAsync(ClaimRequest request, bool relaxed)
    {
        var sent = (ClaimResult.ToSend)await Ledger.ClaimAsync(request, default);
        await Ledger.RecordAsync(sent.Claim, Exported(relaxed), default);
    }

    /// <summary>Files many exports straight into the tables, as years of use would, with keys as scattered as hashes are.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="isDue">Whether every tenth waits for a worker; the others are settled and guard their finding.</param>
    public void Fill(int rows, bool isDue)
    {
        Ledger.FindGuardAsync("acme", "none", default).GetAwaiter().GetResult();
        ExecuteOnLedger($"""
            BEGIN;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
            INSERT INTO ticket_export (
                account_id, export_id, source_type, source_id, target_id, provider_key, fingerprint, idempotency_key, generation,
                status, fencing_token, attempts, retry_at, created_at, updated_at)
            SELECT 'account-' || (i % 50), printf('filled-%012d', i), 'report_issue', 'filled-' || i, 'target-' || (i % 4), 'mock',
                lower(hex(randomblob(32))), lower(hex(randomblob(32))), 1,
                CASE WHEN {isDue} AND i % 10 = 0 THEN 2 ELSE 5 END, 1, 0, CASE WHEN {isDue} AND i % 10 = 0 THEN i ELSE NULL END, i, i
            FROM n;
            INSERT INTO ticket_export_guard (account_id, guard_key, generation, export_id)
            SELECT account_id, fingerprint, 1, export_id FROM ticket_export WHERE status = 5;
            COMMIT;
            """);
        EmptyLog();
    }

    /// <summary>Carries the ledger's write-ahead log over into its file, so that the log holds nothing.</summary>
    public void EmptyLog() => ExecuteOnLedger("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>How many pages the ledger's write-ahead log holds: after a head of 32 bytes, each page with a head of 24.</summary>
    public long PagesInLog() => (new FileInfo(LedgerPath + "-wal").Length - 32) / (PageBytes + 24);

    public SqliteCommand Prepare(string sql)
    {
        var command = Raw.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public void Execute(string sql)
    {
        using var command = Prepare(sql);
        command.ExecuteNonQuery();
    }

    public byte[] Document => _document;

    private string LedgerPath => Path.Combine(_folder, "ledger.db");

    public void Dispose()
    {
        Raw.Dispose();
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void ExecuteOnLedger(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={LedgerPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
