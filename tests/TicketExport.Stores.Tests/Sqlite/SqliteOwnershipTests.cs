using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteOwnershipTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("UPDATE ticket_export_ownership SET is_confirmed = 1")]
    [InlineData("DELETE FROM ticket_export_ownership")]
    public async Task Who_confirmed_a_destination_can_be_neither_changed_nor_deleted(string sql)
    {
        var by = new AuditStamp("ann", "Our own tracker.");
        await _file.Open().ChangeOwnershipAsync(new OwnershipCommand.Confirm(new TargetKey("acme", "board"), new string('a', 64), null, by), default);

        Assert.Contains("rows of an ownership are never", Assert.Throws<SqliteException>(() => _file.Scalar(sql)).Message, StringComparison.Ordinal);
    }
}
