using System.Runtime.Versioning;
using TicketExport.Testing;

namespace TicketExport.Simulation.Tests.Kills;

/// <summary>Many real processes on one SQLite file.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ManyProcessTests
{
    private readonly long _start = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    [Trait("Fault", "F75")]
    [Trait("Fault", "F76")]
    public async Task Sixteen_processes_on_one_file_make_one_ticket_for_each_finding_and_none_meets_a_busy_file()
    {
        const int Findings = 40;
        using var folder = new TemporaryFolder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var tracker = await FakeTracker.StartAsync(cancellationToken: patience.Token);
        var workers = Enumerable.Range(0, 16).Select(_ => Start(folder, tracker, Findings, clockFactor: 1)).ToArray();

        await Task.WhenAll(workers.Select(worker => worker.EndAsync(patience.Token)));

        // A worker ends with an error when the file was too busy for it.
        Assert.All(workers, static worker => Assert.Equal(0, worker.ExitCode));
        Assert.Equal(Findings, tracker.CreateCalls);
        await Judge.AllAsync(tracker, folder.File("ledger.db"), Findings);
        Array.ForEach(workers, static worker => worker.Dispose());
    }

    [Fact]
    [Trait("Fault", "F15")]
    [Trait("Fault", "F77")]
    public async Task A_process_frozen_in_a_request_past_its_lease_writes_nothing_when_it_goes_on()
    {
        const int Findings = 10;
        using var folder = new TemporaryFolder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var tracker = await FakeTracker.StartAsync(cancellationToken: patience.Token);
        var answer = new TaskCompletionSource();
        tracker.HoldNext(answer.Task);
        using var frozen = Start(folder, tracker, Findings, clockFactor: 4);
        while (tracker.CreateCalls == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }

        await frozen.FreezeAsync();
        answer.SetResult();
        using var other = Start(folder, tracker, Findings, clockFactor: 4);
        await other.EndAsync(patience.Token);
        Assert.Equal(0, other.ExitCode);
        await Judge.AllAsync(tracker, folder.File("ledger.db"), Findings);

        await frozen.ThawAsync();
        await frozen.EndAsync(patience.Token);
        Assert.Equal(0, frozen.ExitCode);
        var first = tracker.Calls.First(static call => call.Kind == FakeTrackerCallKind.Create);
        Assert.Single(tracker.Calls, call => call.Kind == FakeTrackerCallKind.Create && call.Marker == first.Marker);
        await Judge.AllAsync(tracker, folder.File("ledger.db"), Findings);
    }

    // All of them go by one clock.
    private WorkerProcess Start(TemporaryFolder folder, FakeTracker tracker, int findings, int clockFactor) => new(
        folder.File("ledger.db"), tracker.BaseAddress, tracker.Token, findings, _start, clockFactor);
}
