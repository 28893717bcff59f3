using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly LedgerFile _file = new();

    private static long Newest => SqliteSchemaScripts.All[^1].Version;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Provision_writes_the_version_with_its_checksum_and_a_second_start_writes_nothing()
    {
        await _file.Open().FindGuardAsync("acme", "none", default);
        var applied = _file.Scalar("SELECT applied_at FROM ticket_export_schema");

        await _file.Open().FindGuardAsync("acme", "none", default);

        Assert.Equal(1L, _file.Scalar("SELECT version FROM ticket_export_schema"));
        Assert.Equal(SqliteSchemaScripts.All[0].Checksum, _file.Scalar("SELECT checksum FROM ticket_export_schema"));
        Assert.Equal(applied, _file.Scalar("SELECT applied_at FROM ticket_export_schema"));
        Assert.Equal("wal", _file.Scalar("PRAGMA journal_mode"));
    }

    [Fact]
    [Trait("Fault", "F107")]
    public async Task Eight_ledgers_that_start_at_once_on_no_file_provision_it_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Task.Run(() => _file.Open().ClaimAsync(LedgerFile.Request($"{n}"), default))));

        Assert.Equal((long)SqliteSchemaScripts.All.Length, _file.Scalar("SELECT count(*) FROM ticket_export_schema"));
        Assert.Equal(8L, _file.Scalar("SELECT count(*) FROM ticket_export"));
    }

    [Theory]
    [InlineData(SchemaMode.Provision)]
    [InlineData(SchemaMode.Validate)]
    [Trait("Fault", "F107")]
    public async Task A_newer_schema_is_refused(SchemaMode mode)
    {
        await _file.Open().FindGuardAsync("acme", "none", default);
        _file.Scalar($"INSERT INTO ticket_export_schema VALUES ({Newest + 1}, 0, 'from the future')");

        var exception = await Assert.ThrowsAsync<TicketExportException>(() => _file.Open(mode).FindGuardAsync("acme", "none", default));

        Assert.Contains($"has schema version {Newest + 1} and this package knows {Newest}; update TicketExport.Stores.Sqlite.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_step_with_another_checksum_is_refused()
    {
        await _file.Open().FindGuardAsync("acme", "none", default);
        _file.Scalar("UPDATE ticket_export_schema SET checksum = 'other'");

        var exception = await Assert.ThrowsAsync<TicketExportException>(() => _file.Open().FindGuardAsync("acme", "none", default));

        Assert.Contains("Step 1 of the schema", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_refuses_a_file_without_schema_and_accepts_the_current_one()
    {
        _file.Scalar("CREATE TABLE of_the_host (id INTEGER)");
        var exception = await Assert.ThrowsAsync<TicketExportException>(() =>
            _file.Open(SchemaMode.Validate).ClaimAsync(LedgerFile.Request("1"), default));
        Assert.Contains("set TicketExport:Sqlite:SchemaMode to Provision once", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1L, _file.Scalar("SELECT count(*) FROM sqlite_schema"));

        await _file.Open().FindGuardAsync("acme", "none", default);

        Assert.NotNull(await _file.Open(SchemaMode.Validate).ClaimAsync(LedgerFile.Request("1"), default));
    }

    [Fact]
    public async Task Validate_creates_no_file()
    {
        await Assert.ThrowsAsync<TicketExportException>(() => _file.Open(SchemaMode.Validate).FindGuardAsync("acme", "none", default));

        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public async Task Ignore_checks_nothing_and_names_the_fix_when_a_table_is_missing()
    {
        _file.Scalar("CREATE TABLE of_the_host (id INTEGER)");
        var exception = await Assert.ThrowsAsync<TicketExportException>(() =>
            _file.Open(SchemaMode.Ignore).ClaimAsync(LedgerFile.Request("1"), default));
        Assert.Contains("has no schema", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1L, _file.Scalar("SELECT count(*) FROM sqlite_schema"));

        await _file.Open().FindGuardAsync("acme", "none", default);
        _file.Scalar($"INSERT INTO ticket_export_schema VALUES ({Newest + 1}, 0, 'from the future')");

        Assert.NotNull(await _file.Open(SchemaMode.Ignore).ClaimAsync(LedgerFile.Request("1"), default));
    }

    [Fact]
    [Trait("Fault", "F107")]
    public void A_step_that_fails_leaves_nothing_of_any_step()
    {
        var broken = new SqliteSchemaScript(2, "CREATE TABLE fine (id INTEGER); CREATE TABLE fine (id INTEGER)", "c");
        var schema = new SqliteSchema(_file.Path, [SqliteSchemaScripts.All[0], broken]);
        using (var session = new SqliteSession(_file.Connect()))
        {
            Assert.Throws<SqliteException>(() => schema.Ensure(session, SchemaMode.Provision, DateTimeOffset.UnixEpoch));
        }

        Assert.Equal(0L, _file.Scalar("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    [Trait("Fault", "F86")]
    [Trait("Fault", "F107")]
    public async Task A_file_of_step_one_is_upgraded_and_its_open_work_is_found()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_000_000));
        using (var session = new SqliteSession(_file.Connect()))
        {
            new SqliteSchema(_file.Path, [SqliteSchemaScripts.All[0]]).Ensure(session, SchemaMode.Provision, DateTimeOffset.UnixEpoch);
        }

        Assert.Equal(1L, _file.Scalar("SELECT max(version) FROM ticket_export_schema"));
        InsertOfStepOne("due", status: 6, lease: null, retry: 900_000);
        InsertOfStepOne("later", status: 6, lease: null, retry: 1_100_000);
        InsertOfStepOne("crashed", status: 3, lease: 950_000, retry: null);
        InsertOfStepOne("done", status: 5, lease: null, retry: null);

        var ledger = _file.Open(time);
        var due = await ledger.FindDueAsync(new DueQuery { Limit = 10 }, default);

        Assert.Equal(["due", "crashed"], due.Select(export => export.ExportId));
        Assert.Equal(Newest, _file.Scalar("SELECT max(version) FROM ticket_export_schema"));
        Assert.Equal(ExportStatus.Exported, (await ledger.FindExportAsync("acme", "done", default))!.Status);
        Assert.Equal("ok", _file.Scalar("PRAGMA integrity_check"));

        InsertOfStepOne("by-an-older-node", status: 6, lease: null, retry: 1);
        Assert.Equal("by-an-older-node", (await ledger.FindDueAsync(new DueQuery { Limit = 1 }, default))[0].ExportId);
    }

    [Fact]
    public async Task A_further_step_is_applied_to_a_file_with_exports()
    {
        await _file.Open().ClaimAsync(LedgerFile.Request("1"), default);
        var next = new SqliteSchemaScript((int)Newest + 1, "ALTER TABLE ticket_export ADD COLUMN note TEXT", "c3");
        using (var session = new SqliteSession(_file.Connect()))
        {
            new SqliteSchema(_file.Path, [.. SqliteSchemaScripts.All, next]).Ensure(session, SchemaMode.Provision, DateTimeOffset.UnixEpoch);
        }

        Assert.Equal(Newest + 1, _file.Scalar("SELECT max(version) FROM ticket_export_schema"));
        Assert.Equal(1L, _file.Scalar("SELECT count(*) FROM ticket_export WHERE note IS NULL"));
    }

    // As step one's program wrote it: the columns of that step and no other.
    private void InsertOfStepOne(string id, int status, long? lease, long? retry) => _file.Scalar($"""
        INSERT INTO ticket_export (
            account_id, export_id, source_type, source_id, target_id, provider_key, fingerprint, idempotency_key, generation,
            status, fencing_token, lease_until, attempts, retry_at, created_at, updated_at)
        VALUES ('acme', '{id}', 'report_issue', '{id}', 'tracker', 'mock', '{new string('a', 64)}',
            '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}', 1,
            {status}, 1, {lease?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, 1, {retry?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, 1, 1)
        """);
}
