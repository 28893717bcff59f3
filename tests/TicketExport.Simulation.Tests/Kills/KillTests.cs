using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Simulation.Worker;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;
using TicketExport.Testing;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests.Kills;

/// <summary>A real process over a real file, killed by the operating system; the judge lives in another process.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int ClockFactor = 20;

    /// <summary>How many findings each round exports; a round ends when all of them are linked.</summary>
    private const int FindingsPerRound = 400;

    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("TICKETEXPORT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 200;

    [Fact]
    [Trait("Fault", "F1")]
    [Trait("Fault", "F5")]
    [Trait("Fault", "F6")]
    [Trait("Fault", "F10")]
    [Trait("Fault", "F13")]
    [Trait("Fault", "F56")]
    [Trait("Fault", "F102")]
    public async Task A_killed_worker_leaves_one_ticket_for_each_finding()
    {
        var watch = Stopwatch.StartNew();
        var (kills, round) = (0, 0);
        while (kills < Kills)
        {
            kills += await PlayRoundAsync(++round, Kills - kills);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills in {round} rounds of {FindingsPerRound} findings, {watch.Elapsed.TotalSeconds:0.0} s"));
        Assert.True(kills >= Kills);
    }

    private static async Task<int> PlayRoundAsync(int round, int most)
    {
        using var folder = new TemporaryFolder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var tracker = await FakeTracker.StartAsync(cancellationToken: patience.Token);
        var random = new Random(round);
        object[] arguments = [folder.File("ledger.db"), tracker.BaseAddress, tracker.Token, FindingsPerRound, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), ClockFactor];
        var kills = 0;
        while (kills < most && tracker.Tickets.Length < FindingsPerRound)
        {
            var before = tracker.Calls.Length;
            using var worker = new WorkerProcess(arguments);
            AddFault(tracker, random);
            await WaitForMomentAsync(tracker, before + random.Next(12), TimeSpan.FromMicroseconds(random.Next(6_000)));
            kills += await worker.KillAsync() ? 1 : 0;
        }

        using var last = new WorkerProcess(arguments);
        await last.EndAsync(patience.Token);
        Assert.Equal(0, last.ExitCode);
        await JudgeAsync(tracker, folder.File("ledger.db"));
        return kills;
    }

    private static void AddFault(FakeTracker tracker, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                tracker.LoseNextReply();
                break;
            case 1:
                tracker.DropBeforeCommit();
                break;
            case 2:
                tracker.RateLimitNext(TimeSpan.FromSeconds(2));
                break;
        }
    }

    /// <summary>Until the tracker has seen more calls than given, and then a little longer: anywhere in the path.</summary>
    /// <remarks>On a thread of its own: the pool is busy being the tracker, and the moment would pass.</remarks>
    private static Task WaitForMomentAsync(FakeTracker tracker, int calls, TimeSpan delay) => Task.Factory.StartNew(
        () =>
        {
            SpinWait.SpinUntil(() => tracker.Calls.Length > calls, TimeSpan.FromSeconds(2));
            var passed = Stopwatch.StartNew();
            SpinWait.SpinUntil(() => passed.Elapsed >= delay);
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static async Task JudgeAsync(FakeTracker tracker, string file)
    {
        var markers = tracker.Tickets.CountBy(static ticket => ticket.Marker ?? "none").ToArray();
        Assert.DoesNotContain(markers, static marker => marker.Value > 1);
        Assert.Equal(FindingsPerRound, markers.Length);
        await using var ledger = new SqliteExportLedger(new SqliteLedgerOptions { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
        for (var number = 1; number <= FindingsPerRound; number++)
        {
            await JudgeAsync(tracker, ledger, number);
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
    }

    private static async Task JudgeAsync(FakeTracker tracker, SqliteExportLedger ledger, int number)
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
