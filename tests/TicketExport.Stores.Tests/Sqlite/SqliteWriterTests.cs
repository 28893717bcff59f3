using TicketExport.Ledger;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteWriterTests : IDisposable
{
    private const long Normal = 1;
    private const long Full = 2;
    private readonly LedgerFile _file = new();
    private readonly SqliteWriter _writer;

    public SqliteWriterTests()
    {
        _writer = new SqliteWriter(new SqliteDatabase(new SqliteLedgerOptions { ConnectionString = $"Data Source={_file.Path}" }), TimeProvider.System);
        _file.Open().EnsureReadyAsync(default).GetAwaiter().GetResult();
        _file.Scalar("CREATE TABLE note (id INTEGER PRIMARY KEY)");
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task What_arrives_while_the_writer_works_shares_one_commit()
    {
        var visible = new long[10];
        var writes = await BehindAWorkingWriterAsync(() => Enumerable.Range(0, 10).Select(n => _writer.RunAsync(
            (session, _) =>
            {
                Insert(session, n);
                visible[n] = (long)_file.Scalar("SELECT count(*) FROM note")!;
                return n;
            },
            relaxed: false,
            default)));

        await Task.WhenAll(writes);

        Assert.All(visible, count => Assert.Equal(0, count));
        Assert.Equal(10L, _file.Scalar("SELECT count(*) FROM note"));
    }

    [Fact]
    public async Task A_write_that_fails_is_taken_back_alone()
    {
        var writes = await BehindAWorkingWriterAsync(() => Enumerable.Range(0, 9).Select(n => _writer.RunAsync(
            (session, _) =>
            {
                Insert(session, n);
                return n switch
                {
                    3 => throw new TicketExportException("refused"),
                    6 => Insert(session, 5),
                    _ => n,
                };
            },
            relaxed: false,
            default)));

        await Assert.ThrowsAsync<TicketExportException>(() => writes[3]);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => writes[6]);
        await Task.WhenAll(writes.Where((_, n) => n is not (3 or 6)));

        Assert.Equal("0,1,2,4,5,7,8", _file.Scalar("SELECT group_concat(id) FROM note"));
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_never_run_and_its_caller_does_not_wait()
    {
        using var cancellation = new CancellationTokenSource();
        var writes = await BehindAWorkingWriterAsync<int>(
            () => [_writer.RunAsync((session, _) => Insert(session, 1), relaxed: false, cancellation.Token)],
            cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writes[0]);
        Assert.Equal(2, await _writer.RunAsync((session, _) => Insert(session, 2), relaxed: false, default));
        Assert.Equal("2", _file.Scalar("SELECT group_concat(id) FROM note"));
    }

    [Fact]
    [Trait("Fault", "F105")]
    public async Task A_commit_waits_for_the_disk_unless_all_that_share_it_are_relaxed()
    {
        Assert.Equal(Full, await SynchronousAsync(relaxed: false));
        Assert.Equal(Normal, await SynchronousAsync(relaxed: true));
        Assert.Equal(Full, await SynchronousAsync(relaxed: false));

        var mixed = await BehindAWorkingWriterAsync<long>(() => [SynchronousAsync(relaxed: true), SynchronousAsync(relaxed: false), SynchronousAsync(relaxed: true)]);
        Assert.All(await Task.WhenAll(mixed), synchronous => Assert.Equal(Full, synchronous));
        var relaxed = await BehindAWorkingWriterAsync<long>(() => [SynchronousAsync(relaxed: true), SynchronousAsync(relaxed: true)]);
        Assert.All(await Task.WhenAll(relaxed), synchronous => Assert.Equal(Normal, synchronous));
    }

    [Theory]
    [InlineData(true, Normal)]
    [InlineData(false, Full)]
    [Trait("Fault", "F105")]
    public async Task A_claim_waits_for_the_disk_always_and_an_outcome_as_the_update_says(bool relaxed, long expected)
    {
        _file.Scalar("""
            CREATE TABLE pragma_seen (event TEXT, synchronous INTEGER);
            CREATE TRIGGER seen_claim AFTER INSERT ON ticket_export_attempt
            BEGIN INSERT INTO pragma_seen SELECT 'claim', synchronous FROM pragma_synchronous; END;
            CREATE TRIGGER seen_record AFTER UPDATE ON ticket_export_attempt
            BEGIN INSERT INTO pragma_seen SELECT 'record', synchronous FROM pragma_synchronous; END;
            """);
        var ledger = _file.Open();
        for (var n = 0; n < 2; n++)
        {
            var sent = Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request($"{n}"), default));
            await ledger.RecordAsync(
                sent.Claim,
                new ExportUpdate { Status = ExportStatus.Failed, AttemptState = AttemptState.Rejected, Relaxed = relaxed },
                default);
        }

        Assert.Equal($"claim={Full},record={expected},claim={Full},record={expected}", _file.Scalar("SELECT group_concat(event || '=' || synchronous) FROM pragma_seen"));
    }

    [Fact]
    public async Task A_disposed_writer_answers_what_waits()
    {
        var writes = await BehindAWorkingWriterAsync<int>(
            () => [_writer.RunAsync((session, _) => Insert(session, 1), relaxed: false, default)],
            () => new Thread(_writer.Dispose).Start());

        await Task.WhenAny(writes[0], Task.Delay(TimeSpan.FromSeconds(20)));
        Assert.True(writes[0].IsCompleted);
    }

    private Task<long> SynchronousAsync(bool relaxed) => _writer.RunAsync(
        (session, _) => session.Prepare("PRAGMA synchronous").QueryFirst(static row => row.GetInt64(0)),
        relaxed,
        default);

    // The writer is kept busy until everything is in its queue.
    private async Task<Task<T>[]> BehindAWorkingWriterAsync<T>(Func<IEnumerable<Task<T>>> writes, Action? whileQueued = null)
    {
        using var started = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var busy = Task.Factory.StartNew(
            () => _writer.RunAsync(
                (_, _) =>
                {
                    started.Set();
                    release.Wait();
                    return 0;
                },
                relaxed: false,
                default),
            default,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();
        started.Wait();
        var queued = writes().ToArray();
        whileQueued?.Invoke();
        release.Set();
        await busy;
        return queued;
    }

    private static int Insert(SqliteSession session, int id)
    {
        session.Prepare("INSERT INTO note VALUES ($id)").Set("$id", id).Execute();
        return id;
    }
}
