using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using TicketExport.Ledger;
using TicketExport.Simulation.Worker;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;
using TicketExport.Testing;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests.Kills;

/// <summary>A real host with the worker, asked to end by SIGTERM while requests are under way.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TerminationTests(ITestOutputHelper output)
{
    private const int ClockFactor = 10;
    private const int Findings = 200;
    private const int Terminations = 24;

    /// <summary>More than a request may take, so that only an ending that waits for nothing leaves one behind.</summary>
    private static readonly TimeSpan LongTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Less than the held request takes.</summary>
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(200);

    /// <summary>What a loaded machine may take to end a process.</summary>
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(15);

    private readonly long _start = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    [Trait("Fault", "F11")]
    public async Task A_worker_that_is_asked_to_end_finishes_or_parks_what_it_took_and_ends_in_time()
    {
        using var folder = new TemporaryFolder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        await using var tracker = await FakeTracker.StartAsync(cancellationToken: patience.Token);
        var random = new Random(11);
        var (inTime, cutShort) = (0, 0);
        while (inTime + cutShort < Terminations && tracker.Tickets.Length < Findings)
        {
            var isShort = random.Next(3) == 0;
            var began = LedgerTime.Floor(new FastTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(_start), ClockFactor).GetUtcNow());
            using var worker = Start(folder, tracker, isShort ? ShortTimeout : LongTimeout);
            if (!await TerminateInARequestAsync(worker, tracker, random.Next(6), isShort, patience.Token))
            {
                break;
            }

            _ = isShort ? cutShort++ : inTime++;
            if (!isShort)
            {
                Assert.DoesNotContain(await AttemptsAsync(folder), attempt => attempt.State == AttemptState.Sending && attempt.StartedAt >= began);
            }
        }

        using var last = Start(folder, tracker, LongTimeout);
        await last.EndAsync(patience.Token);
        Assert.Equal(0, last.ExitCode);
        await Judge.AllAsync(tracker, folder.File("ledger.db"), Findings);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inTime} ended in time, {cutShort} cut short"));
        Assert.True(inTime >= 10 && cutShort >= 4, $"{inTime} ended in time, {cutShort} cut short");
    }

    /// <summary>Holds a request at the tracker, asks the process to end, and answers before its timeout, or only after its end.</summary>
    private static async Task<bool> TerminateInARequestAsync(WorkerProcess worker, FakeTracker tracker, int after, bool isShort, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource();
        var before = tracker.CreateCalls;
        await UntilAsync(() => tracker.CreateCalls >= before + after || worker.HasEnded, cancellationToken);
        tracker.HoldNext(answer.Task);
        var seen = tracker.CreateCalls;
        await UntilAsync(() => tracker.CreateCalls > seen || worker.HasEnded, cancellationToken);
        if (worker.HasEnded)
        {
            answer.SetResult();
            return false;
        }

        var asked = Stopwatch.GetTimestamp();
        await worker.TerminateAsync();
        if (!isShort)
        {
            answer.SetResult();
        }

        await worker.EndAsync(cancellationToken);
        Assert.Equal(0, worker.ExitCode);
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, (isShort ? ShortTimeout : LongTimeout) + Allowance);
        answer.TrySetResult();
        return true;
    }

    private static async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<List<AttemptRecord>> AttemptsAsync(TemporaryFolder folder)
    {
        await using var ledger = new SqliteExportLedger(new SqliteLedgerOptions { ConnectionString = $"Data Source={folder.File("ledger.db")}" }, TimeProvider.System);
        var attempts = new List<AttemptRecord>();
        foreach (var number in Enumerable.Range(1, Findings))
        {
            var source = WorkerFindings.Source(number);
            foreach (var export in await ledger.ListBySourceAsync(WorkerFindings.Account.Id, new SourceKey(source.Type, source.RecordId), default))
            {
                attempts.AddRange(await ledger.ListAttemptsAsync(WorkerFindings.Account.Id, export.ExportId, default));
            }
        }

        return attempts;
    }

    private WorkerProcess Start(TemporaryFolder folder, FakeTracker tracker, TimeSpan shutdownTimeout) => new(
        folder.File("ledger.db"), tracker.BaseAddress, tracker.Token, Findings, _start, ClockFactor, (int)shutdownTimeout.TotalMilliseconds);
}
