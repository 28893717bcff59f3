using System.Runtime.Versioning;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

/// <summary>A disk that fails at one write: nothing of the write is there, and the next one works.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteDiskTests : IDisposable
{
    private static readonly ExportUpdate Exported = new()
    {
        Status = ExportStatus.Exported,
        AttemptState = AttemptState.Created,
        Ticket = new TicketReference { ProviderTicketId = "T-1" },
    };

    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(true, "its disk is full")]
    [InlineData(false, "cannot be written")]
    [Trait("Fault", "F99")]
    public async Task At_the_claim_it_claims_nothing_and_the_next_claim_works(bool full, string sentence)
    {
        var ledger = _file.Open();
        await ledger.EnsureReadyAsync(default);
        await SpoilAsync(ledger, full);

        var exception = await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("1"), default));

        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
        Assert.Null(await ledger.FindExportAsync("acme", "export-1-c", default));
        Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request("1"), default));
        Assert.Equal("ok", _file.Scalar("PRAGMA integrity_check"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Fault", "F89")]
    [Trait("Fault", "F99")]
    public async Task At_the_outcome_the_attempt_stays_open_and_the_outcome_can_be_written_later(bool full)
    {
        var ledger = _file.Open();
        var sent = Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request("1"), default));
        await SpoilAsync(ledger, full);

        await Assert.ThrowsAsync<TicketExportException>(() => ledger.RecordAsync(sent.Claim, Exported, default));

        Assert.Equal(AttemptState.Sending, Assert.Single(await ledger.ListAttemptsAsync("acme", sent.Claim.ExportId, default)).State);
        Assert.True(await ledger.RecordAsync(sent.Claim, Exported, default));
        Assert.Equal("T-1", (await ledger.FindExportAsync("acme", sent.Claim.ExportId, default))!.Ticket!.ProviderTicketId);
    }

    [Fact]
    [Trait("Fault", "F99")]
    [Trait("Fault", "F100")]
    public async Task A_device_without_space_refuses_the_claim_and_the_ledger_works_once_there_is_space()
    {
        await _file.Open().EnsureReadyAsync(default);
        _file.CloseAll();
        File.CreateSymbolicLink(_file.Path + "-wal", "/dev/full");
        var ledger = _file.Open(SchemaMode.Ignore);

        await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("1"), default));
        _file.CloseAll();
        File.Delete(_file.Path + "-wal");

        Assert.IsType<ClaimResult.ToSend>(await _file.Open().ClaimAsync(LedgerFile.Request("1"), default));
        Assert.Equal("ok", _file.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    [Trait("Fault", "F103")]
    public async Task A_file_that_is_deleted_under_the_ledger_stops_it_and_is_not_made_anew()
    {
        var ledger = _file.Open();
        await ledger.ClaimAsync(LedgerFile.Request("1"), default);
        File.Delete(_file.Path);

        for (var call = 0; call < 2; call++)
        {
            var exception = await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request($"{call}", "d"), default));
            Assert.Contains("was deleted or moved while it was in use", exception.Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    [Trait("Fault", "F103")]
    public async Task An_empty_file_in_the_place_of_one_that_was_moved_away_is_refused()
    {
        var ledger = _file.Open();
        await ledger.ClaimAsync(LedgerFile.Request("1"), default);
        File.Move(_file.Path, _file.Path + ".away");
        await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("2"), default));

        await File.WriteAllBytesAsync(_file.Path, []);
        var exception = await Assert.ThrowsAsync<TicketExportException>(() => ledger.ClaimAsync(LedgerFile.Request("2"), default));
        Assert.Contains("has not the schema version", exception.Message, StringComparison.Ordinal);
    }

    private static Task SpoilAsync(SqliteExportLedger ledger, bool full) => full ? SqliteDisk.FillAsync(ledger) : SqliteDisk.ProtectAsync(ledger);
}
