using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

/// <summary>The real pipeline over the in-memory ledger, a scripted provider and a clock that the test moves.</summary>
internal sealed class ExporterHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ExporterHarness(Action<TicketExportBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ITicketProvider>(Provider);
        var builder = services.AddTicketExport()
            .AddTarget("board", Confirmed)
            .AddTarget("second", Confirmed)
            .AddTarget("own", static target =>
            {
                Confirmed(target);
                target.LinkScope = LinkScope.PerTarget;
            });
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        Exporter = _services.GetRequiredService<ITicketExporter>();
        Queries = _services.GetRequiredService<IExportLedgerQueries>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public ScriptedProvider Provider { get; } = new();

    public ITicketExporter Exporter { get; }

    public IExportLedgerQueries Queries { get; }

    public IServiceProvider Services => _services;

    public Task<ExportResult> ExportAsync(string target = "board", TicketExportDocument? document = null, CancellationToken cancellationToken = default) =>
        Exporter.ExportAsync(Documents.RequestFor(target, document), cancellationToken);

    public async Task<ExportRecord> StoredAsync(ExportResult result) =>
        (await Queries.FindExportAsync("acme", result.ExportId!, default))!;

    public async Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(ExportResult result) =>
        await Queries.ListAttemptsAsync("acme", result.ExportId!, default);

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static void Confirmed(TicketTargetOptions target) => (target.Provider, target.OwnershipConfirmed) = ("scripted", true);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
