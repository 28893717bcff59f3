using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The connections that read: kept open and handed to one caller at a time. They see what is committed and never wait.</summary>
internal sealed class SqliteReaders(SqliteDatabase database) : IDisposable
{
    private const int MostKept = 8;
    private readonly ConcurrentQueue<SqliteSession> _free = new();
    private volatile bool _isDisposed;

    public T Run<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteExportLedger));
        SqliteSession? session = null;
        try
        {
            session = _free.TryDequeue(out var free) ? free : database.OpenReader();
            var result = read(session);
            Keep(session);
            return result;
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            throw database.Describe(exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_free.TryDequeue(out var session))
        {
            session.Dispose();
        }
    }

    private void Keep(SqliteSession session)
    {
        if (_isDisposed || _free.Count >= MostKept)
        {
            session.Dispose();
            return;
        }

        _free.Enqueue(session);
        if (_isDisposed)
        {
            Dispose();
        }
    }
}
