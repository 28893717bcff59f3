using Microsoft.Data.Sqlite;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteTransactionTests : IDisposable
{
    private readonly LedgerFile _file = new();
    private readonly TemporaryFolder _copies = new();

    public void Dispose()
    {
        _file.Dispose();
        _copies.Dispose();
    }

    [Fact]
    public async Task An_export_is_there_if_the_host_commits_and_not_before()
    {
        var ledger = await OpenAsync();
        using var host = _file.Connect();
        using var transaction = host.BeginTransaction();
        Execute(host, "INSERT INTO of_the_host VALUES (1)");

        var result = await ledger.EnqueueAsync(transaction, LedgerFile.Enqueue("1"), default);

        Assert.IsType<EnqueueResult.Enqueued>(result);
        Assert.Empty(await DueAsync(ledger));
        transaction.Commit();
        Assert.Equal("export-1-c", Assert.Single(await DueAsync(ledger)).ExportId);
        Assert.Equal(1L, _file.Scalar("SELECT count(*) FROM of_the_host"));
    }

    [Fact]
    public async Task An_export_is_not_there_if_the_host_rolls_back()
    {
        var ledger = await OpenAsync();
        using (var host = _file.Connect())
        using (var transaction = host.BeginTransaction())
        {
            await ledger.EnqueueAsync(transaction, LedgerFile.Enqueue("1"), default);
            transaction.Rollback();
        }

        Assert.Empty(await DueAsync(ledger));
        Assert.Equal(0L, _file.Scalar("SELECT count(*) FROM ticket_export_guard"));
        Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request("1"), default));
    }

    // What lies on the disk at a moment is what a crash at that moment leaves.
    [Fact]
    public async Task After_a_crash_between_the_enqueue_and_the_commit_nothing_is_there_and_after_the_commit_everything()
    {
        var ledger = await OpenAsync();
        using var host = _file.Connect();
        using var transaction = host.BeginTransaction();
        Execute(host, "INSERT INTO of_the_host VALUES (1)");
        await ledger.EnqueueAsync(transaction, LedgerFile.Enqueue("1"), default);

        Assert.Equal((0, 0L), await AfterCrashAsync("before"));

        transaction.Commit();
        Assert.Equal((1, 1L), await AfterCrashAsync("after"));
    }

    [Fact]
    public async Task A_refused_export_leaves_what_the_host_wrote()
    {
        var ledger = await OpenAsync();
        await ledger.ClaimAsync(LedgerFile.Request("1"), default);
        using var host = _file.Connect();
        using var transaction = host.BeginTransaction();
        Execute(host, "INSERT INTO of_the_host VALUES (1)");
        var taken = LedgerFile.Enqueue("2") with { ExportId = "export-1-c" };

        await Assert.ThrowsAsync<TicketExportException>(() => ledger.EnqueueAsync(transaction, taken, default));
        transaction.Commit();

        Assert.Equal(1L, _file.Scalar("SELECT count(*) FROM of_the_host"));
        Assert.Equal(1L, _file.Scalar("SELECT count(*) FROM ticket_export_guard"));
    }

    [Fact]
    public async Task A_transaction_that_is_over_or_writes_to_another_file_is_refused()
    {
        var ledger = await OpenAsync();
        using var other = new SqliteConnection($"Data Source={_copies.File("other.db")};Pooling=False");
        other.Open();
        using var foreign = other.BeginTransaction();
        using var host = _file.Connect();
        var over = host.BeginTransaction();
        over.Commit();

        var wrongFile = await Assert.ThrowsAsync<ArgumentException>(() => ledger.EnqueueAsync(foreign, LedgerFile.Enqueue("1"), default));
        Assert.Contains("open the connection on the ledger's file", wrongFile.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.EnqueueAsync(over, LedgerFile.Enqueue("1"), default));
    }

    private async Task<SqliteExportLedger> OpenAsync()
    {
        var ledger = _file.Open();
        await ledger.EnsureReadyAsync(default);
        _file.Scalar("CREATE TABLE of_the_host (id INTEGER)");
        return ledger;
    }

    private async Task<(int Due, long OfHost)> AfterCrashAsync(string name)
    {
        var copy = new LedgerFile { Path = _copies.File($"{name}.db") };
        File.Copy(_file.Path, copy.Path);
        File.Copy($"{_file.Path}-wal", $"{copy.Path}-wal");
        using (copy)
        {
            var due = await DueAsync(copy.Open());
            Assert.Equal("ok", copy.Scalar("PRAGMA integrity_check"));
            return (due.Length, (long)copy.Scalar("SELECT count(*) FROM of_the_host")!);
        }
    }

    private static async Task<DueExport[]> DueAsync(SqliteExportLedger ledger) =>
        [.. await ledger.FindDueAsync(new DueQuery { Limit = 10 }, default)];

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
