using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One prepared statement of one connection; kept and run again with other values.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    public SqliteStatement Set(string name, object? value)
    {
        var index = _command.Parameters.IndexOf(name);
        if (index < 0)
        {
            _command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        else
        {
            _command.Parameters[index].Value = value ?? DBNull.Value;
        }

        return this;
    }

    public SqliteStatement Set(string name, DateTimeOffset? value) => Set(name, (object?)value?.ToUnixTimeMilliseconds());

    public void Execute() => _command.ExecuteNonQuery();

    public T? QueryFirst<T>(Func<SqliteDataReader, T> read)
    {
        using var reader = _command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public void QueryAll(Action<SqliteDataReader> read)
    {
        using var reader = _command.ExecuteReader();
        while (reader.Read())
        {
            read(reader);
        }
    }

    public void Dispose() => _command.Dispose();
}
