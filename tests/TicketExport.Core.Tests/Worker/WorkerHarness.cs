using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Worker;

/// <summary>The real worker and pipeline over the in-memory ledger, with a clock that the test moves.</summary>
internal sealed class WorkerHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WorkerHarness(Action<TicketExportWorkerOptions>? configure = null, Action<TicketExportOptions>? options = null)
    {
        var services = new ServiceCollection();
        Clock = new JumpingClock(Time);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITicketProvider>(Provider);
        services.AddSingleton<ITicketTargetSource>(Targets);
        services.AddSingleton<WatchedLedger>();
        services.AddSingleton<IExportLedger>(static provider => provider.GetRequiredService<WatchedLedger>());
        services.AddSingleton<ICommentLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.AddTicketExport(options ?? (static _ => { })).AddWorker(configure);
        _services = services.BuildServiceProvider();
        Exporter = _services.GetRequiredService<ITicketExporter>();
        Dispatcher = _services.GetRequiredService<ITicketExportDispatcher>();
        Queries = _services.GetRequiredService<IExportLedgerQueries>();
        Ledger = _services.GetRequiredService<WatchedLedger>();
        Signal = _services.GetRequiredService<WorkSignal>();
        Host = Assert.Single(_services.GetServices<IHostedService>().OfType<TicketExportWorker>());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The clock on the wall, which follows <see cref="Time"/> until a test sets it.</summary>
    public JumpingClock Clock { get; }

    public LaneProvider Provider { get; } = new();

    public Targets Targets { get; } = new();

    public ITicketExporter Exporter { get; }

    public ITicketExportDispatcher Dispatcher { get; }

    public IExportLedgerQueries Queries { get; }

    public WatchedLedger Ledger { get; }

    public WorkSignal Signal { get; }

    public IHostedService Host { get; }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ExportResult> EnqueueAsync(string id, string target = "board", string account = "acme")
    {
        var result = await Exporter.EnqueueAsync(Documents.RequestFor(target, Documents.Finding(id), account));
        Assert.Equal(ExportOutcome.Enqueued, result.Outcome);
        return result;
    }

    public async Task EnqueueManyAsync(int count, string target = "board", string account = "acme")
    {
        for (var i = 0; i < count; i++)
        {
            await EnqueueAsync($"{target}-{i}", target, account);
        }
    }

    public async Task<ExportRecord> StoredAsync(ExportResult result, string account = "acme") =>
        (await Queries.FindExportAsync(account, result.ExportId!, default))!;

    /// <summary>Starts the worker and lets it do what is due already.</summary>
    public async Task StartAsync()
    {
        await Host.StartAsync(default);
        await IdleAsync();
    }

    /// <summary>Waits until the worker waits for a signal or its poll.</summary>
    public Task IdleAsync() => Until.TrueAsync(() => Signal.IsWaiting);

    /// <summary>Moves the clock once the worker waits for it.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        await IdleAsync();
        Time.Advance(time);
    }

    /// <summary>Moves the clock by poll intervals, each once the worker has asked the ledger at the one before.</summary>
    public async Task PollAsync(int times)
    {
        for (var poll = 0; poll < times; poll++)
        {
            await IdleAsync();
            var asked = Ledger.Queries;
            Time.Advance(TimeSpan.FromSeconds(5));
            await Until.TrueAsync(() => Ledger.Queries > asked);
        }

        await IdleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await Host.StopAsync(atOnce.Token);
        await _services.DisposeAsync();
    }
}
