using Microsoft.Data.Sqlite;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Simulation.Worker;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;
using TicketExport.Testing;

namespace TicketExport.Simulation.Tests.Kills;

/// <summary>Compares what the tracker and the ledger really hold after worker processes came and went.</summary>
internal static class Judge
{
    public static async Task AllAsync(FakeTracker tracker, string file, int findings)
    {
        var markers = tracker.Tickets.CountBy(static ticket => ticket.Marker ?? "none").ToArray();
        Assert.DoesNotContain(markers, static marker => marker.Value > 1);
        Assert.Equal(findings, markers.Length);
        await using var ledger = new SqliteExportLedger(new SqliteLedgerOptions { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
        for (var number = 1; number <= findings; number++)
        {
            await OneAsync(tracker, ledger, number);
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
    }

    private static async Task OneAsync(FakeTracker tracker, SqliteExportLedger ledger, int number)
    {
        var source = WorkerFindings.Source(number);
        var export = Assert.Single(await ledger.ListBySourceAsync(WorkerFindings.Account.Id, new SourceKey(source.Type, source.RecordId), default));
        var marker = new TicketMarker(DuplicateFingerprint.Compute(WorkerFindings.Account, source), 1).Value;
        var ticket = Assert.Single(tracker.Tickets, ticket => ticket.Marker == marker);
        Assert.Equal((ExportStatus.Exported, ticket.Id), (export.Status, export.Ticket?.ProviderTicketId));

        var attempts = await ledger.ListAttemptsAsync(WorkerFindings.Account.Id, export.ExportId, default);
        Assert.Equal(Enumerable.Range(1, export.Attempts), attempts.Select(static attempt => attempt.Number));
        Assert.All(attempts[..^1], static attempt => Assert.True(attempt.State is AttemptState.NotCreated or AttemptState.NotSent or AttemptState.RateLimited, $"{attempt.State}"));
        Assert.True(attempts[^1].State is AttemptState.Created or AttemptState.Adopted);
    }
}
