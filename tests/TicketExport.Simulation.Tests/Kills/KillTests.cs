using System.Diagnostics;
using System.Globalization;
using TicketExport.Testing;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests.Kills;

/// <summary>A real process over a real file, killed by the operating system; the judge lives in another process.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int ClockFactor = 20;
    private const int Lanes = 2;

    /// <summary>How many findings each round exports; a round ends when all of them are linked.</summary>
    private const int FindingsPerRound = 400;

    /// <summary>How many kills: <c>TICKETEXPORT_KILLS</c>, an even number.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("TICKETEXPORT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 200;

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
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => PlayLaneAsync(lane))));

        var (kills, rounds) = (lanes.Sum(static lane => lane.Kills), lanes.Sum(static lane => lane.Rounds));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills in {rounds} rounds of {FindingsPerRound} findings, {watch.Elapsed.TotalSeconds:0.0} s; 95 % bound {300.0 / kills:0.###} % per kill"));
        Assert.True(kills >= Kills);
    }

    /// <summary>One tracker, one file and one worker at a time. Most of a life is the start of the program, which leaves a core free.</summary>
    private static async Task<(int Kills, int Rounds)> PlayLaneAsync(int lane)
    {
        var (kills, rounds) = (0, 0);
        while (kills < Kills / Lanes)
        {
            kills += await PlayRoundAsync((Lanes * ++rounds) + lane, (Kills / Lanes) - kills);
        }

        return (kills, rounds);
    }

    private static async Task<int> PlayRoundAsync(int round, int most)
    {
        using var folder = new TemporaryFolder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15)); // Over a round on a machine that is busy with other things.
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
        await Judge.AllAsync(tracker, folder.File("ledger.db"), FindingsPerRound);
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
}
