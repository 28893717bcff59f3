using Microsoft.Data.Sqlite;

namespace TicketExport.Webhooks.Receiver.Sqlite.Internal;

/// <summary>One open file. Writes come one after the other, each durable before it is answered.</summary>
internal sealed class SqliteReceiverFile : IDisposable
{
    private static readonly Version MinimumVersion = new(3, 51, 3);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _connectionString;
    private readonly string _path;
    private SqliteConnection? _connection;
    private bool _isDisposed;

    public SqliteReceiverFile(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (builder.DataSource.Length == 0 || builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:")
        {
            throw new ArgumentException("The connection string names no file. Give one such as Data Source=data/receiver.db.", nameof(connectionString));
        }

        _path = builder.DataSource = builder.DataSource.StartsWith('|') ? builder.DataSource : Path.GetFullPath(builder.DataSource);
        _connectionString = builder.ToString();
    }

    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteReceiverStore));
            return InTransaction(_connection ??= Open(), work);
        }
        catch (SqliteException exception)
        {
            // A connection that failed is not trusted again.
            _connection?.Dispose();
            _connection = null;
            throw new TicketExportException(
                $"The receiver's file {_path} failed with SQLite error {exception.SqliteErrorCode}; check that its folder exists, can be written and has room, and that no other program locks it.",
                exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    // Waits for the write that is under way: closing under it would lose an answer whose work is done.
    public void Dispose()
    {
        _turn.Wait();
        _isDisposed = true;
        _connection?.Dispose();
        _connection = null;
        _turn.Release();
    }

    private static T InTransaction<T>(SqliteConnection connection, Func<SqliteConnection, T> work)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            var result = work(connection);
            connection.Run("COMMIT");
            return result;
        }
        catch (Exception exception) when (exception is not SqliteException)
        {
            connection.Run("ROLLBACK");
            throw;
        }
    }

    private SqliteConnection Open()
    {
        if (Path.GetDirectoryName(_path) is { Length: > 0 } folder && !_path.StartsWith('|'))
        {
            CreateFolder(folder);
        }

        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            RequireVersion(connection.ServerVersion);
            connection.Run("PRAGMA journal_mode=WAL");
            connection.Run("PRAGMA synchronous=FULL");
            connection.Run(ReceiverSql.Schema);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TicketExportException($"The folder of the receiver's file {_path} cannot be created; create it with write access or name another.", exception);
        }
    }

    private static void RequireVersion(string text)
    {
        if (!Version.TryParse(text, out var version) || version < MinimumVersion)
        {
            throw new TicketExportException($"SQLite {text} is loaded, and versions before {MinimumVersion} can corrupt the file; update the SQLitePCLRaw packages.");
        }
    }
}
