using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

// Permissions are those of Unix; CI runs there.
[UnsupportedOSPlatform("windows")]
public sealed class SqliteFileFaultTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_missing_folder_is_created_by_provision()
    {
        _file.Path = Path.Combine(_file.Folder, "a", "b", "ledger.db");

        Assert.IsType<ClaimResult.ToSend>(await _file.Open().ClaimAsync(LedgerFile.Request("1"), default));
    }

    [Theory]
    [InlineData(SchemaMode.Validate)]
    [InlineData(SchemaMode.Ignore)]
    [Trait("Fault", "F101")]
    public async Task A_missing_folder_is_refused_and_not_created_by_the_other_modes(SchemaMode mode)
    {
        _file.Path = Path.Combine(_file.Folder, "a", "ledger.db");

        await AssertRefusedAsync(mode, $"The ledger file {_file.Path} cannot be opened; check that its folder exists");

        Assert.Empty(Directory.GetFileSystemEntries(_file.Folder));
    }

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        _file.Path = Path.Combine(ReadOnlyFolder(), "ledger.db");

        await AssertRefusedAsync(SchemaMode.Provision, $"The ledger file {_file.Path} cannot be ");
    }

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_folder_that_cannot_be_created_is_named()
    {
        var folder = Path.Combine(ReadOnlyFolder(), "new");
        _file.Path = Path.Combine(folder, "ledger.db");

        await AssertRefusedAsync(SchemaMode.Provision, $"The folder {folder} for the ledger cannot be created");
    }

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_folder_in_the_place_of_the_file_is_named()
    {
        _file.Path = _file.Folder;

        await AssertRefusedAsync(SchemaMode.Provision, $"The ledger file {_file.Path} cannot be opened");
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_and_left_as_it_is()
    {
        var content = new string('x', 10_000);
        await File.WriteAllTextAsync(_file.Path, content);

        await AssertRefusedAsync(SchemaMode.Provision, $"The ledger file {_file.Path} is not a SQLite database");

        Assert.Equal(content, await File.ReadAllTextAsync(_file.Path));
    }

    [Fact]
    [Trait("Fault", "F98")]
    public async Task A_lock_held_too_long_is_a_clear_error_and_the_ledger_works_again_afterwards()
    {
        var ledger = _file.Open(new SqliteLedgerOptions
        {
            ConnectionString = $"Data Source={_file.Path}",
            BusyTimeout = TimeSpan.FromSeconds(1),
        });
        await ledger.FindGuardAsync("acme", "none", default);
        using (var other = _file.Connect())
        using (other.BeginTransaction(deferred: false))
        {
            var exception = await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("1"), default));
            Assert.Contains("locked by another writer for 1 s", exception.Message, StringComparison.Ordinal);
            Assert.Null(await ledger.FindExportAsync("acme", "export-1-c", default));
        }

        Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request("1"), default));
    }

    [Theory]
    [InlineData(5, "locked by another writer for 10 s")]
    [InlineData(6, "locked by another writer for 10 s")]
    [InlineData(8, "cannot be written; give the process write access")]
    [InlineData(10, "its disk fails")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "its disk is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "is not a SQLite database")]
    [InlineData(1, "SQLite error 1")]
    public void Each_refusal_of_SQLite_has_its_own_sentence(int code, string sentence)
    {
        var exception = SqliteFaults.Describe(new SqliteException("inner", code), "/data/ledger.db", TimeSpan.FromSeconds(10));

        Assert.StartsWith("The ledger file /data/ledger.db ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
        Assert.IsType<SqliteException>(exception.InnerException);
    }

    [Fact]
    public async Task A_row_that_another_program_broke_is_named_and_no_other_row_suffers()
    {
        var ledger = _file.Open();
        await ledger.ClaimAsync(LedgerFile.Request("1"), default);
        await ledger.ClaimAsync(LedgerFile.Request("2"), default);
        _file.Scalar("UPDATE ticket_export SET failure = '{', fingerprint = 'short' WHERE source_id = '1'");

        await Assert.ThrowsAsync<TicketExportException>(() => ledger.FindExportAsync("acme", "export-1-c", default));
        await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("1", "d"), default));

        Assert.NotNull(await ledger.FindExportAsync("acme", "export-2-c", default));
        Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request("3"), default));
    }

    [Fact]
    [Trait("Fault", "F106")]
    public void The_SQLite_that_is_loaded_is_free_of_the_WAL_reset_fault()
    {
        using var connection = _file.Connect();

        Assert.True(Version.Parse(connection.ServerVersion) >= SqliteLedgerDefaults.MinimumSqliteVersion, connection.ServerVersion);
        Assert.Equal(new Version(3, 51, 3), SqliteLedgerDefaults.MinimumSqliteVersion);
    }

    [Fact]
    public async Task A_disposed_ledger_says_so()
    {
        var ledger = _file.Open();
        await ledger.ClaimAsync(LedgerFile.Request("1"), default);
        await ledger.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ledger.ClaimAsync(LedgerFile.Request("1"), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ledger.FindGuardAsync("acme", "none", default));
    }

    // No permission stops a privileged user, and nobody can create anything in /proc.
    private string ReadOnlyFolder()
    {
        if (Environment.IsPrivilegedProcess)
        {
            return "/proc";
        }

        var folder = Path.Combine(_file.Folder, "read-only");
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    }

    private async Task AssertRefusedAsync(SchemaMode mode, string message)
    {
        var ledger = _file.Open(mode);
        var exception = await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("1"), default));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
