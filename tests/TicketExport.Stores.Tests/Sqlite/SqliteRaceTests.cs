using System.Collections.Concurrent;
using TicketExport.Ledger;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteRaceTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Four_threads_with_a_ledger_each_send_every_key_once_and_leave_a_sound_file()
    {
        const int Keys = 150;
        var sent = new ConcurrentBag<string>();
        var failures = new ConcurrentBag<Exception>();
        var threads = Enumerable.Range(0, 4).Select(n => new Thread(() => Work(n, Keys, sent, failures))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Empty(failures);
        Assert.Equal(Keys, sent.Count);
        Assert.Equal(Keys, sent.Distinct().Count());
        Assert.Equal("ok", _file.Scalar("PRAGMA integrity_check"));
        Assert.Null(_file.Scalar("PRAGMA foreign_key_check"));
        Assert.Equal((long)Keys, _file.Scalar("SELECT count(*) FROM ticket_export_link"));
        Assert.Equal((long)Keys, _file.Scalar("SELECT count(*) FROM ticket_export_attempt WHERE state = 3"));
    }

    [Fact]
    public async Task Reads_go_on_while_another_program_holds_the_write_lock()
    {
        var ledger = _file.Open();
        var request = LedgerFile.Request("1");
        await ledger.ClaimAsync(request, default);
        using var other = _file.Connect();
        using var transaction = other.BeginTransaction(deferred: false);

        Assert.NotNull(await ledger.FindGuardAsync("acme", request.Keys.GuardKey, default));
        Assert.Single(await ledger.ListAttemptsAsync("acme", request.ExportId, default));
    }

    private void Work(int thread, int keys, ConcurrentBag<string> sent, ConcurrentBag<Exception> failures)
    {
        try
        {
            var ledger = _file.Open();
            for (var key = 0; key < keys; key++)
            {
                var request = LedgerFile.Request($"{key}", $"{thread}");
                if (ledger.ClaimAsync(request, default).GetAwaiter().GetResult() is ClaimResult.ToSend claimed)
                {
                    sent.Add(request.Source.Id);
                    Assert.True(ledger.RecordAsync(claimed.Claim, Exported(key), default).GetAwaiter().GetResult());
                }
            }
        }
        catch (Exception exception)
        {
            failures.Add(exception);
        }
    }

    private static ExportUpdate Exported(int key) => new()
    {
        Status = ExportStatus.Exported,
        AttemptState = AttemptState.Created,
        Ticket = new TicketReference { ProviderTicketId = $"T-{key}" },
    };
}
