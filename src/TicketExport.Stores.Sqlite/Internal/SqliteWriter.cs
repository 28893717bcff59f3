using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>
/// The one connection that writes, with group commit: a caller who finds it free works at once on its own thread, and what
/// arrives meanwhile shares the next transaction and its one flush to the disk.
/// </summary>
internal sealed class SqliteWriter(SqliteDatabase database, TimeProvider time) : IDisposable
{
    private const int MostPerCommit = 128;
    private readonly ConcurrentQueue<SqliteWrite> _queue = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteSession? _session;
    private volatile bool _isReady;
    private volatile bool _isDisposed;

    /// <summary>Runs a unit of work as one transaction. The token counts until the turn comes, never after.</summary>
    /// <param name="work">The work; an exception of it leaves nothing of it written, and does not touch what shares the commit.</param>
    /// <param name="relaxed">Whether a power failure may take it back.</param>
    /// <param name="cancellationToken">The token.</param>
    public Task<T> RunAsync<T>(Func<SqliteSession, DateTimeOffset, T> work, bool relaxed, CancellationToken cancellationToken)
    {
        var write = new SqliteWrite<T>(work, relaxed, cancellationToken);
        _queue.Enqueue(write);
        if (_turn.Wait(0, CancellationToken.None))
        {
            CommitGroup();
        }

        return write.Task;
    }

    /// <summary>Completes once the file was opened and its schema checked.</summary>
    public Task EnsureReadyAsync(CancellationToken cancellationToken) =>
        _isReady ? Task.CompletedTask : RunAsync(static (_, _) => true, relaxed: true, cancellationToken);

    public void Dispose()
    {
        _isDisposed = true;
        _turn.Wait();
        Discard();
        GiveTurnBack();
    }

    // One group, then the turn is given back; whoever takes it next finds what has arrived since.
    private void CommitGroup()
    {
        var group = new List<SqliteWrite>();
        while (group.Count < MostPerCommit && _queue.TryDequeue(out var write))
        {
            if (write.TryStart())
            {
                group.Add(write);
            }
        }

        try
        {
            if (group.Count > 0)
            {
                Run(group);
            }
        }
        finally
        {
            GiveTurnBack();
        }

        // After the turn is free again, for the continuation of a caller may come back for more.
        group.ForEach(static write => write.Complete());
    }

    private void GiveTurnBack()
    {
        _turn.Release();
        if (!_queue.IsEmpty && _turn.Wait(0))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.CommitGroup(), this, preferLocal: false);
        }
    }

    private void Run(List<SqliteWrite> group)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteExportLedger));
            _session ??= database.OpenWriter(time.GetUtcNow());
            database.ThrowIfGone();
            _isReady = true;
            _session.SetSynchronous(full: group.Exists(static write => !write.IsRelaxed));
            SqliteGroup.Commit(_session, group, time);
        }
        catch (SqliteException exception)
        {
            // After a failure of the storage the connection is not trusted again; closing it rolls back what was open.
            Discard();
            Fail(group, database.Describe(exception));
        }
        catch (Exception exception)
        {
            Discard();
            Fail(group, exception);
        }
    }

    private void Discard()
    {
        _session?.Dispose();
        _session = null;
    }

    private static void Fail(List<SqliteWrite> group, Exception exception) => group.ForEach(write => write.Fail(exception));
}
