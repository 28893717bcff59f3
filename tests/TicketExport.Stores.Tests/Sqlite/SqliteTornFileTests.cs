using System.Globalization;
using TicketExport.Ledger;

namespace TicketExport.Stores.Tests.Sqlite;

/// <summary>Copies of a living file, whole and torn: the ledger opens on what was committed without a gap, or refuses.</summary>
public sealed class SqliteTornFileTests : IDisposable
{
    private const int Claims = 12;
    private readonly LedgerFile _file = new();
    private readonly LedgerFile _copy = new();

    public void Dispose()
    {
        _file.Dispose();
        _copy.Dispose();
    }

    [Fact]
    [Trait("Fault", "F102")]
    [Trait("Fault", "F105")]
    public async Task A_write_ahead_log_cut_anywhere_keeps_a_beginning_of_the_claims_and_never_a_gap()
    {
        await ClaimAllAsync();
        var log = await File.ReadAllBytesAsync(_file.Path + "-wal");
        var seen = new HashSet<int>();
        for (var cut = 0; cut <= 40; cut++)
        {
            Copy(log[..(log.Length * cut / 40)]);
            seen.Add(await CountClaimsAsync());
        }

        Assert.Contains(Claims, seen);
        Assert.True(seen.Count > 5);
    }

    [Fact]
    [Trait("Fault", "F102")]
    public async Task A_write_ahead_log_with_a_broken_page_is_read_up_to_it()
    {
        await ClaimAllAsync();
        var log = await File.ReadAllBytesAsync(_file.Path + "-wal");
        for (var part = 1; part < 10; part++)
        {
            var broken = (byte[])log.Clone();
            broken[log.Length * part / 10] ^= 0xFF;
            Copy(broken);

            Assert.InRange(await CountClaimsAsync(), 0, Claims);
        }
    }

    [Fact]
    [Trait("Fault", "F102")]
    public async Task A_living_file_copied_with_its_log_and_without_its_index_has_every_claim()
    {
        await ClaimAllAsync();
        Copy(await File.ReadAllBytesAsync(_file.Path + "-wal"));

        Assert.False(File.Exists(_copy.Path + "-shm"));
        Assert.Equal(Claims, await CountClaimsAsync());
    }

    [Fact]
    [Trait("Fault", "F102")]
    public async Task A_file_that_lost_its_beginning_is_refused_and_not_made_anew()
    {
        await ClaimAllAsync();
        _file.CloseAll();
        var bytes = await File.ReadAllBytesAsync(_file.Path);
        bytes.AsSpan(0, 200).Clear();
        await File.WriteAllBytesAsync(_file.Path, bytes);

        var exception = await Assert.ThrowsAsync<TicketExportException>(() => _file.Open().ClaimAsync(LedgerFile.Request("1"), default));

        Assert.Contains("is not a SQLite database", exception.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_file.Path));
    }

    [Fact]
    [Trait("Fault", "F84")]
    public async Task A_claim_from_before_a_restored_backup_writes_nothing_though_its_token_comes_again()
    {
        var old = _file.Open();
        await old.ClaimAsync(LedgerFile.Request("before"), default);
        Copy(await File.ReadAllBytesAsync(_file.Path + "-wal"));
        var lost = Assert.IsType<ClaimResult.ToSend>(await old.ClaimAsync(LedgerFile.Request("1", "lost"), default)).Claim;

        var restored = _copy.Open();
        var next = Assert.IsType<ClaimResult.ToSend>(await restored.ClaimAsync(LedgerFile.Request("1", "lost") with { ClaimId = "new" }, default)).Claim;

        Assert.Equal(lost.FencingToken, next.FencingToken);
        Assert.False(await restored.RecordAsync(lost, new ExportUpdate { Status = ExportStatus.Failed, AttemptState = AttemptState.Rejected }, default));
        Assert.Equal(ExportStatus.Delivering, (await restored.FindExportAsync("acme", next.ExportId, default))!.Status);
    }

    private async Task ClaimAllAsync()
    {
        var ledger = _file.Open();
        for (var number = 0; number < Claims; number++)
        {
            await ledger.ClaimAsync(LedgerFile.Request(number.ToString("D2", CultureInfo.InvariantCulture)), default);
        }
    }

    private void Copy(byte[] log)
    {
        _copy.CloseAll();
        File.Delete(_copy.Path + "-shm");
        File.Copy(_file.Path, _copy.Path, overwrite: true);
        File.WriteAllBytes(_copy.Path + "-wal", log);
    }

    private async Task<int> CountClaimsAsync()
    {
        var ledger = _copy.Open();
        var count = 0;
        await ledger.EnsureReadyAsync(default);
        for (var number = 0; number < Claims; number++)
        {
            var id = number.ToString("D2", CultureInfo.InvariantCulture);
            var isThere = await ledger.FindExportAsync("acme", $"export-{id}-c", default) is not null;
            Assert.True(!isThere || count == number, $"Claim {id} is there and one before it is not.");
            count += isThere ? 1 : 0;
        }

        Assert.Equal("ok", _copy.Scalar("PRAGMA integrity_check"));
        return count;
    }
}
