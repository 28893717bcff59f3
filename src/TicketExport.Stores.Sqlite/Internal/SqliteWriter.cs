using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>
/// The one connection that writes. Callers take turns here instead of fighting for the file's lock; this is also where
/// several callers' work can share one commit.
/// </summary>
internal sealed class SqliteWriter(SqliteDatabase database, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteSession? _session;
    private volatile bool _isReady;
    private volatile bool _isDisposed;

    /// <summary>Runs a unit of work as one durable transaction. The token counts until the turn comes, never after.</summary>
    public Task<T> RunAsync<T>(Func<SqliteSession, DateTimeOffset, T> work, CancellationToken cancellationToken) =>
        InTurnAsync(session => session.InTransaction(locked => work(locked, time.GetUtcNow())), cancellationToken);

    /// <summary>Completes once the file was opened and its schema checked.</summary>
    public Task EnsureReadyAsync(CancellationToken cancellationToken) =>
        _isReady ? Task.CompletedTask : InTurnAsync(_ => true, cancellationToken);

    public void Dispose()
    {
        _isDisposed = true;
        _turn.Wait();
        try
        {
            _session?.Dispose();
            _session = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> InTurnAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteExportLedger));
            _session ??= database.OpenWriter(time.GetUtcNow());
            _isReady = true;
            return work(_session);
        }
        catch (SqliteException exception)
        {
            // After a failure of the storage the connection is not trusted again; closing it rolls back what was open.
            _session?.Dispose();
            _session = null;
            throw database.Describe(exception);
        }
        finally
        {
            _turn.Release();
        }
    }
}
