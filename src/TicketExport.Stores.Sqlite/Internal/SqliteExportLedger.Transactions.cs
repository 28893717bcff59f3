using System.Data.Common;
using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed partial class SqliteExportLedger
{
    private string? _file;

    /// <summary>Completes once the file was opened and its schema checked.</summary>
    public Task EnsureReadyAsync(CancellationToken cancellationToken) => _writer.EnsureReadyAsync(cancellationToken);

    public async Task<EnqueueResult> EnqueueAsync(DbTransaction transaction, EnqueueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(request);
        await _writer.EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        var connection = RequireOwnFile(transaction);
        cancellationToken.ThrowIfCancellationRequested();
        using var session = new SqliteSession(connection, ownsConnection: false);
        try
        {
            EnqueueResult? result = null;
            session.InSavepoint(inside => result = LedgerWrites.Enqueue(inside, request, _time.GetUtcNow()));
            return result!;
        }
        catch (SqliteException exception)
        {
            throw _database.Describe(exception);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable(exception);
        }
    }

    // In another file the row would be written where no worker looks.
    private SqliteConnection RequireOwnFile(DbTransaction transaction)
    {
        if (transaction is not SqliteTransaction { Connection: { } connection })
        {
            throw new ArgumentException("The transaction is over or is not of SQLite; pass an open SqliteTransaction.", nameof(transaction));
        }

        var path = FileOf(connection);
        return path == FileOfLedger()
            ? connection
            : throw new ArgumentException($"The transaction writes to {path} and the ledger is {_database.Path}; open the connection on the ledger's file.", nameof(transaction));
    }

    private static string FileOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT file FROM pragma_database_list WHERE name = 'main'";
        return (string)command.ExecuteScalar()!;
    }

    // SQLite resolves links in its own way; asking it twice compares like with like.
    private string FileOfLedger() =>
        _file ??= _readers.Run(static session =>
            session.Prepare("SELECT file FROM pragma_database_list WHERE name = 'main'").QueryFirst(static row => row.GetString(0))!);
}
