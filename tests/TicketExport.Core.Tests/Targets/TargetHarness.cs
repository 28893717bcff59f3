using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Targets;
using TicketExport.Testing;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Targets;

/// <summary>The real pipeline, a fake tracker on loopback, and targets from the host's own store.</summary>
internal sealed class TargetHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TargetHarness(FakeTracker tracker, Action<TicketExportOptions>? options, Action<IServiceCollection>? configure)
    {
        Tracker = tracker;
        var services = new ServiceCollection();
        configure?.Invoke(services);
        services.AddSingleton<ITicketTargetSource>(Targets);
        services.AddSingleton<ITicketCredentialSource>(new Token(tracker.Token));
        services.AddTicketExport(options ?? (static _ => { })).AddFakeTracker();
        _services = services.BuildServiceProvider();
        Targets["board"] = new TicketTarget { Id = "board", ProviderKey = FakeTrackerDefaults.Key, BaseUrl = tracker.BaseAddress, OwnershipConfirmed = true };
    }

    public static AuditStamp By { get; } = new("ann", "It is our own tracker.");

    public FakeTracker Tracker { get; }

    public HostTargets Targets { get; } = new();

    public ITicketTargets Ownership => _services.GetRequiredService<ITicketTargets>();

    public IOwnershipLedger OwnershipLedger => _services.GetRequiredService<IOwnershipLedger>();

    public ITicketExporter Exporter => _services.GetRequiredService<ITicketExporter>();

    public ITicketExportDispatcher Dispatcher => _services.GetRequiredService<ITicketExportDispatcher>();

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<TargetHarness> StartAsync(Action<TicketExportOptions>? options = null, Action<IServiceCollection>? configure = null) =>
        new(await FakeTracker.StartAsync(), options, configure);

    public void Change(Func<TicketTarget, TicketTarget> change) => Targets["board"] = change(Targets["board"]);

    public void Set(string setting, string value) => Change(target => target with { Settings = target.Settings.SetItem(setting, value) });

    public Task<ExportResult> ExportAsync(TicketExportDocument? document = null, string? project = null) =>
        Exporter.ExportAsync(Documents.RequestFor("board", document) with { Account = new AccountScope { Id = "acme", ProjectId = project } });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Tracker.DisposeAsync();
    }

    private sealed class Token(string token) : ITicketCredentialSource
    {
        public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) =>
            Task.FromResult<TicketCredential?>(new TicketCredential([new(FakeTrackerDefaults.TokenCredential, token)]));
    }
}
