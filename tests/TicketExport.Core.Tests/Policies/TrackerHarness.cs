using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Sync;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Policies;

/// <summary>The real pipeline against a real tracker on loopback, with one clock for both that the test moves.</summary>
internal sealed class TrackerHarness : IAsyncDisposable
{
    public const string Target = "board";

    private readonly ServiceProvider _services;

    private TrackerHarness(FakeTracker tracker, FakeTimeProvider time, Action<TicketTargetOptions> target, Action<TicketExportBuilder>? configure)
    {
        Tracker = tracker;
        Time = time;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        var builder = services.AddTicketExport().AddFakeTracker(Target, tracker).AddTarget(Target, target);
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
    }

    public FakeTracker Tracker { get; }

    public FakeTimeProvider Time { get; }

    public ITicketExporter Exporter => _services.GetRequiredService<ITicketExporter>();

    public IExportLedgerQueries Queries => _services.GetRequiredService<IExportLedgerQueries>();

    public FakeTicket Ticket => Assert.Single(Tracker.Tickets);

    public static TicketExportDocument Renamed(string title) => Documents.Checkout with { Title = title };

    public static Task<TrackerHarness> StartAsync(DuplicatePolicy onDuplicate, ClosedTicketPolicy onClosed = ClosedTicketPolicy.Block, Action<TicketExportBuilder>? configure = null) =>
        StartAsync(
            target =>
            {
                target.OnDuplicate = onDuplicate;
                target.OnClosedTicket = onClosed;
            },
            configure);

    public static async Task<TrackerHarness> StartAsync(Action<TicketTargetOptions>? target = null, Action<TicketExportBuilder>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var tracker = await FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time });
        return new TrackerHarness(tracker, time, target ?? (static _ => { }), configure);
    }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<ExportResult> ExportAsync(TicketExportDocument? document = null, CancellationToken cancellationToken = default) =>
        Exporter.ExportAsync(Documents.RequestFor(Target, document), cancellationToken);

    /// <summary>The first export, and then a second in which anything can happen.</summary>
    public async Task<ExportResult> CreateAsync()
    {
        var created = await ExportAsync();
        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Time.Advance(TimeSpan.FromMinutes(1));
        return created;
    }

    public Task<SyncResult> SyncAsync(ExportResult export) => Service<ITicketSync>().SyncAsync("acme", export.ExportId!);

    public async Task<TicketSync?> StoredAsync(ExportResult export) =>
        (await Service<ISyncLedger>().FindSyncsAsync("acme", [export.ExportId!], default)).SingleOrDefault();

    public async Task<ImmutableArray<AuditRecord>> AuditAsync() =>
        (await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items;

    public int Calls(FakeTrackerCallKind kind) => Tracker.CallsOf(kind);

    public ITicketProvider Provider => _services.GetServices<ITicketProvider>().Single();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Tracker.DisposeAsync();
    }
}
