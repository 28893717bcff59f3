using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One open connection with the statements it has prepared. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(connection, sql);
        }

        return statement;
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

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
