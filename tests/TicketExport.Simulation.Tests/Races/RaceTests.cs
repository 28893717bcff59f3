using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Simulation.Worker;
using TicketExport.Testing;
using Xunit.Abstractions;

namespace TicketExport.Simulation.Tests.Races;

public sealed class RaceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Fault", "F74")]
    public async Task A_thousand_concurrent_exports_of_one_finding_make_one_create_call(bool durable)
    {
        using var folder = new TemporaryFolder();
        await using var tracker = await FakeTracker.StartAsync();
        await using var node = BuildNode(tracker, durable ? folder.File("ledger.db") : null);
        var watch = Stopwatch.StartNew();

        var results = await ExportAsync([node], Enumerable.Repeat(1, 1_000));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1,000 exports of one finding, durable {durable}: {watch.Elapsed.TotalSeconds:0.00} s"));
        Assert.Equal(1, tracker.CreateCalls);
        Assert.Single(results, static result => result.Outcome == ExportOutcome.Created);
        var ticket = Assert.Single(tracker.Tickets);
        Assert.All(results, result => Assert.True(
            result.Outcome == ExportOutcome.InProgress || result.Ticket?.ProviderTicketId == ticket.Id,
            $"{result.Outcome}"));
    }

    [Fact]
    [Trait("Fault", "F75")]
    [Trait("Fault", "F76")]
    public async Task A_thousand_findings_with_eight_racing_callers_on_two_nodes_make_a_thousand_creates()
    {
        const int Findings = 1_000;
        using var folder = new TemporaryFolder();
        await using var tracker = await FakeTracker.StartAsync();
        await using var first = BuildNode(tracker, folder.File("ledger.db"));
        await using var second = BuildNode(tracker, folder.File("ledger.db"));
        var watch = Stopwatch.StartNew();

        var results = await ExportAsync([first, second], Enumerable.Range(1, Findings).SelectMany(static number => Enumerable.Repeat(number, 8)));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1,000 findings x 8 callers on two nodes: {watch.Elapsed.TotalSeconds:0.0} s"));

        // A crowded machine may refuse a connection. That is proven not sent, planned anew, and no ticket.
        var refused = results.Count(static result => result is { Outcome: ExportOutcome.RetryScheduled, Failure.Reason: FailureReason.Unavailable });
        Assert.InRange(refused, 0, Findings / 50);
        Assert.Equal(Findings - refused, tracker.CreateCalls);
        Assert.Equal(Findings - refused, tracker.Tickets.DistinctBy(static ticket => ticket.Marker).Count());
        Assert.Equal(Findings - refused, results.Count(static result => result.Outcome == ExportOutcome.Created));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Fault", "F33")]
    public async Task A_resilience_handler_of_the_host_does_not_repeat_a_create(bool before)
    {
        await using var tracker = await FakeTracker.StartAsync();
        tracker.LoseNextReply();
        var services = new ServiceCollection();
        if (before)
        {
            AddHostDefaults(services);
        }

        services.AddTicketExport().AddFakeTracker("board", tracker);
        if (!before)
        {
            AddHostDefaults(services);
        }

        await using var node = services.BuildServiceProvider();

        var result = Assert.Single(await ExportAsync([node], [1]));

        Assert.Equal(ExportOutcome.Adopted, result.Outcome);
        Assert.Equal((1, 1), (tracker.CreateCalls, tracker.Tickets.Length));
    }

    private static void AddHostDefaults(ServiceCollection services) =>
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero));

    private static ServiceProvider BuildNode(FakeTracker tracker, string? file)
    {
        var services = new ServiceCollection();
        var builder = services.AddTicketExport().AddFakeTracker("board", tracker);
        if (file is not null)
        {
            builder.UseSqlite(options =>
            {
                options.ConnectionString = $"Data Source={file}";
                options.BusyTimeout = TimeSpan.FromMinutes(1);
            });
        }

        return services.BuildServiceProvider();
    }

    private static async Task<ExportResult[]> ExportAsync(ServiceProvider[] nodes, IEnumerable<int> findings)
    {
        var exporters = nodes.Select(static node => node.GetRequiredService<ITicketExporter>()).ToArray();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var exports = findings.Select((finding, caller) => Task.Run(async () =>
        {
            await start.Task;
            return await exporters[caller % exporters.Length].ExportAsync(WorkerFindings.Request(finding));
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(exports);
    }
}
