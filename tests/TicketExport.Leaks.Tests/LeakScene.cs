using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Leaks.Tests;

/// <summary>A host with a ledger on disk, portable files and everything watched.</summary>
internal sealed class LeakScene : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leaks");
    private readonly ServiceProvider _services;

    public LeakScene(Action<TicketExportBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Watch.Logs));
        var builder = services.AddTicketExport()
            .UseSqlite($"Data Source={Path.Combine(Folder, "ledger.db")}")
            .AddPortable(options => options.Folder = Path.Combine(Folder, "files"));
        configure(builder);
        _services = services.BuildServiceProvider();
    }

    public LeakWatch Watch { get; } = new();

    public string Folder => _folder.FullName;

    public ITicketExporter Exporter => _services.GetRequiredService<ITicketExporter>();

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ExportResult> ExportAsync(ExportRequest request)
    {
        var result = Watch.Result(await Exporter.ExportAsync(request));
        if (result.ExportId is { } id)
        {
            var queries = Service<IExportLedgerQueries>();
            Watch.Add("ledger export", await queries.FindExportAsync(request.Account.Id, id, default));
            foreach (var attempt in await queries.ListAttemptsAsync(request.Account.Id, id, default))
            {
                Watch.Add("ledger attempt", attempt);
            }
        }

        return result;
    }

    /// <summary>Enqueues and lets the worker's dispatcher send.</summary>
    public async Task RunAsync(ExportRequest request)
    {
        Watch.Result(await Exporter.EnqueueAsync(request));
        Watch.Result(await Service<ITicketExportDispatcher>().RunOnceAsync(10));
    }

    /// <summary>The canaries and places of every leak, files of the ledger and portable files among them.</summary>
    public string[] Leaks(params Canary[] canaries)
    {
        Watch.AddFiles(Folder);
        return Watch.Leaks(canaries);
    }

    public async ValueTask DisposeAsync()
    {
        Watch.Dispose();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
