using Microsoft.Extensions.DependencyInjection;
using TicketExport.Core.Tests.Policies;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Sync;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Sync;

public sealed class StatusPollerTests
{
    [Fact]
    [Trait("Behaviour", "S17")]
    [Trait("Fault", "F141")]
    public async Task A_new_ticket_is_read_at_once_and_then_at_each_interval()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();

        Assert.Equal(1, (await RunAsync(host)).Synced);
        Assert.Equal(0, (await RunAsync(host)).Taken);
        host.Tracker.SetStatus("TCK-1", FakeTrackerStatuses.Doing);
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(1, (await RunAsync(host)).Synced);
        Assert.Equal(ProviderStatus.InProgress, (await host.StoredAsync(created))!.Status);
        Assert.Equal(2, host.Tracker.ReadCalls);
    }

    [Fact]
    public async Task A_done_or_missing_ticket_is_read_rarely()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.SetStatus("TCK-1", FakeTrackerStatuses.Closed);
        await RunAsync(host);

        host.Time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(0, (await RunAsync(host)).Taken);
        host.Tracker.DeleteTicket("TCK-1");
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await RunAsync(host)).Missing);

        host.Time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(0, (await RunAsync(host)).Taken);
        Assert.Equal(LinkState.Broken, (await host.Queries.FindExportAsync("acme", created.ExportId!, default))!.Link);
    }

    [Fact]
    [Trait("Fault", "F36")]
    [Trait("Behaviour", "S53")]
    public async Task A_refused_key_is_tried_once_for_all_tickets_of_its_target()
    {
        await using var host = await TrackerHarness.StartAsync();
        await CreateManyAsync(host, 5);
        host.Tracker.RejectNext(401, "bad_credentials", FakeTrackerCallKind.Read);

        var report = await RunAsync(host);

        Assert.Equal((5, 1, 4), (report.Taken, report.Disconnected, report.Waiting));
        Assert.Equal(1, host.Tracker.ReadCalls);
        Assert.Equal(0, (await RunAsync(host)).Taken);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(5, (await RunAsync(host)).Synced);
    }

    [Fact]
    [Trait("Fault", "F62")]
    [Trait("Behaviour", "S55")]
    public async Task A_rate_limit_stops_all_reads_of_the_target_until_its_end()
    {
        await using var host = await TrackerHarness.StartAsync();
        await CreateManyAsync(host, 4);
        host.Tracker.RateLimitNext(TimeSpan.FromMinutes(20), FakeTrackerCallKind.Read);

        var report = await RunAsync(host);
        Assert.Equal((1, 3), (report.Failed, report.Waiting));
        var reads = host.Tracker.ReadCalls;
        host.Time.Advance(TimeSpan.FromMinutes(19));
        await RunAsync(host);
        Assert.Equal(reads, host.Tracker.ReadCalls);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(4, (await RunAsync(host)).Synced);
    }

    [Fact]
    public async Task Reads_keep_the_pace_of_their_own_and_go_on_when_it_allows()
    {
        await using var host = await TrackerHarness.StartAsync(configure: static builder => builder.Services.Configure<TicketSyncOptions>(static options => options.MaxPerMinute = 2));
        await CreateManyAsync(host, 5);

        Assert.Equal((2, 3), Of(await RunAsync(host)));
        Assert.Equal((0, 0), Of(await RunAsync(host)));
        host.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((2, 1), Of(await RunAsync(host)));
        host.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((1, 0), Of(await RunAsync(host)));
    }

    [Fact]
    public async Task A_provider_that_cannot_read_is_asked_about_once_a_week()
    {
        await using var host = await TrackerHarness.StartAsync(configure: static builder => builder.AddProvider<Inbound.TellingProvider>().AddTarget("told", static target =>
        {
            target.Provider = Inbound.TellingProvider.Key;
            target.OwnershipConfirmed = true;
        }));
        await host.Exporter.ExportAsync(Documents.RequestFor("told"));

        Assert.Equal((1, 1), ((await RunAsync(host)).Taken, 1));
        host.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, (await RunAsync(host)).Taken);
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await RunAsync(host)).Waiting);
    }

    [Fact]
    public async Task Several_tickets_are_read_with_one_request_and_what_it_leaves_out_by_itself()
    {
        await using var host = await TrackerHarness.StartAsync(configure: static builder => builder.AddProvider<BatchProvider>().AddTarget("batch", static target =>
        {
            target.Provider = "batch";
            target.OwnershipConfirmed = true;
        }));
        for (var i = 0; i < 7; i++)
        {
            await host.Exporter.ExportAsync(Documents.RequestFor("batch", Documents.Finding($"{i}")));
        }

        var report = await RunAsync(host);

        var provider = (BatchProvider)host.Service<IEnumerable<ITicketProvider>>().Single(static one => one is BatchProvider);
        Assert.Equal((7, 6, 1), (report.Taken, report.Synced, report.Missing));
        Assert.Equal([3, 3], provider.Batches);
        Assert.Equal(2, provider.Single);
    }

    private static Task<SyncReport> RunAsync(TrackerHarness host) => host.Service<ITicketSync>().SyncDueAsync(100);

    private static (int Synced, int Waiting) Of(SyncReport report) => (report.Synced, report.Waiting);

    private static async Task CreateManyAsync(TrackerHarness host, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(ExportOutcome.Created, (await host.ExportAsync(Documents.Finding($"{i}"))).Outcome);
        }
    }
}
