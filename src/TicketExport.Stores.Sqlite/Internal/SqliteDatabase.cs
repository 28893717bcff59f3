using System.Globalization;
using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The file: how it is opened, and what is checked when it is opened for the first time.</summary>
internal sealed class SqliteDatabase
{
    // 16 MB: the pages that every export writes again go back to the file once in some 160 exports and not once in 40.
    private const int PagesPerCheckpoint = 4_000;

    private readonly SqliteLedgerOptions _options;
    private readonly string _connectionString;
    private readonly string _connectionStringOfExisting;
    private volatile bool _wasOpened;

    public SqliteDatabase(SqliteLedgerOptions options)
    {
        _options = options;
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            // Sessions are kept open by the ledger itself; the driver retries what SQLite's own busy handler does not cover.
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
            Mode = options.SchemaMode == SchemaMode.Provision ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        };
        Path = builder.DataSource = ResolvePath(builder.DataSource);
        _connectionString = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadWrite;
        _connectionStringOfExisting = builder.ToString();
    }

    public string Path { get; }

    // A file that was there once is never made anew: an empty one guards nothing.
    private SchemaMode ModeNow => _wasOpened && _options.SchemaMode == SchemaMode.Provision ? SchemaMode.Validate : _options.SchemaMode;

    /// <summary>Opens the connection that writes, brings the schema to the state that the options ask for, and checks it.</summary>
    public SqliteSession OpenWriter(DateTimeOffset now)
    {
        if (_wasOpened)
        {
            ThrowIfGone();
        }
        else if (_options.SchemaMode == SchemaMode.Provision)
        {
            CreateFolder();
        }

        // The driver alone knows where |DataDirectory| is.
        if (!Path.StartsWith('|'))
        {
            LocalDisk.Require(Path, LocalDisk.KindOf);
        }

        return Open(session =>
        {
            RequireVersion(session);
            RequireWriteAheadLog(session);
            session.Prepare(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint={PagesPerCheckpoint}")).Execute();
            new SqliteSchema(Path, SqliteSchemaScripts.All).Ensure(session, ModeNow, now);
            _wasOpened = true;
        });
    }

    /// <summary>Refuses to go on without the file: what is written to a deleted one is lost with the process, and with it every guard.</summary>
    public void ThrowIfGone()
    {
        // The driver alone knows where |DataDirectory| is.
        if (!Path.StartsWith('|') && !File.Exists(Path))
        {
            throw new TicketExportException(
                $"The ledger file {Path} was deleted or moved while it was in use. Nothing was written; stop the program, put the file back, and start again.");
        }
    }

    public SqliteSession OpenReader() => Open(session => session.Prepare("PRAGMA query_only=ON").Execute());

    public TicketExportException Describe(SqliteException exception) => SqliteFaults.Describe(exception, Path, _options.BusyTimeout);

    // The driver's |DataDirectory| placeholder is left for the driver to resolve.
    private static string ResolvePath(string dataSource) =>
        dataSource.StartsWith('|') ? dataSource : System.IO.Path.GetFullPath(dataSource);

    private static void RequireVersion(SqliteSession session)
    {
        var text = session.Prepare("SELECT sqlite_version()").QueryFirst(reader => reader.GetString(0));
        if (!Version.TryParse(text, out var version) || version < SqliteLedgerDefaults.MinimumSqliteVersion)
        {
            throw new TicketExportException(
                $"SQLite {text} is loaded, and versions before {SqliteLedgerDefaults.MinimumSqliteVersion} can corrupt the ledger; update the SQLitePCLRaw packages.");
        }
    }

    private void RequireWriteAheadLog(SqliteSession session)
    {
        if (session.Prepare("PRAGMA journal_mode=WAL").QueryFirst(reader => reader.GetString(0)) != "wal")
        {
            throw new TicketExportException($"The ledger file {Path} cannot have a write-ahead log; put it on a local disk.");
        }
    }

    private SqliteSession Open(Action<SqliteSession> prepare)
    {
        var connection = new SqliteConnection(_wasOpened ? _connectionStringOfExisting : _connectionString);
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            var busy = ((long)_options.BusyTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            session.Prepare($"PRAGMA busy_timeout={busy}").Execute();
            session.Prepare("PRAGMA foreign_keys=ON").Execute();
            session.Prepare("PRAGMA synchronous=FULL").Execute();
            prepare(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void CreateFolder()
    {
        if (System.IO.Path.GetDirectoryName(Path) is not { Length: > 0 } folder || Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TicketExportException(
                $"The folder {folder} for the ledger cannot be created; create it with write access or set {SqliteLedgerDefaults.SectionName}:ConnectionString to another place.",
                exception);
        }
    }
}
