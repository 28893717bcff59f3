using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One open connection with the statements it has prepared. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection, bool ownsConnection = true) : IDisposable
{
    private const int Constraint = 19;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private bool _isFull = true;

    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(connection, sql);
        }

        return statement;
    }

    /// <summary>
    /// Says whether the next transaction waits for the disk. SQLite takes it outside a transaction only, and a commit that
    /// waits also flushes those before it that did not.
    /// </summary>
    public void SetSynchronous(bool full)
    {
        if (_isFull != full)
        {
            Prepare(full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL").Execute();
            _isFull = full;
        }
    }

    /// <summary>Runs a unit of work in one durable transaction; an exception leaves nothing written.</summary>
    public T InTransaction<T>(Func<SqliteSession, T> work)
    {
        Prepare("BEGIN IMMEDIATE").Execute();
        try
        {
            var result = work(this);
            Prepare("COMMIT").Execute();
            return result;
        }
        catch (Exception exception) when (exception is not SqliteException)
        {
            Prepare("ROLLBACK").Execute();
            throw;
        }
    }

    /// <summary>Runs a unit of work inside an open transaction; an exception of it leaves that one as it was before.</summary>
    public void InSavepoint(Action<SqliteSession> work)
    {
        Prepare("SAVEPOINT ticket_export").Execute();
        try
        {
            work(this);
            Prepare("RELEASE ticket_export").Execute();
        }
        catch (Exception exception) when (exception is not SqliteException { SqliteErrorCode: not Constraint })
        {
            Prepare("ROLLBACK TO ticket_export").Execute();
            Prepare("RELEASE ticket_export").Execute();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        if (ownsConnection)
        {
            connection.Dispose();
        }
    }
}
