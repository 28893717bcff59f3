using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One prepared statement of one connection; kept and run again with other values.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int PrimaryKeyTaken = 1555;
    private readonly SqliteCommand _command;
    private int _next;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    public SqliteStatement Set(string name, object? value)
    {
        var parameters = _command.Parameters;
        var index = IsNext(name) ? _next : parameters.IndexOf(name);
        if (index < 0)
        {
            parameters.AddWithValue(name, value ?? DBNull.Value);
            index = parameters.Count - 1;
        }
        else
        {
            parameters[index].Value = value ?? DBNull.Value;
        }

        _next = index + 1;
        return this;
    }

    // Nearly always the values come in the order of the last time, and nothing is searched.
    private bool IsNext(string name)
    {
        var parameters = _command.Parameters;
        _next = _next < parameters.Count ? _next : 0;
        return _next < parameters.Count && parameters[_next].ParameterName == name;
    }

    public SqliteStatement Set(string name, DateTimeOffset? value) => Set(name, (object?)value?.ToUnixTimeMilliseconds());

    public void Execute() => _command.ExecuteNonQuery();

    /// <summary>Executes an insert; <see langword="false"/>, with nothing changed, when another row has its primary key.</summary>
    public bool TryExecute()
    {
        try
        {
            _command.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == PrimaryKeyTaken)
        {
            return false;
        }
    }

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
