using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Portable;
using TicketExport.Testing;

namespace TicketExport.Samples.Quickstart;

/// <summary>Everything that runs: a host with TicketExport, and the trackers and the receiver that it talks to on loopback.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly IHost _host;

    private Stage(IHost host, FakeTracker tracker, FakeTracker downTracker, FakeWebhookReceiver receiver)
    {
        _host = host;
        Tracker = tracker;
        DownTracker = downTracker;
        Receiver = receiver;
    }

    /// <summary>The account that the findings belong to.</summary>
    public static AccountScope Account { get; } = new() { Id = "acme" };

    public FakeTracker Tracker { get; }

    public FakeTracker DownTracker { get; }

    public FakeWebhookReceiver Receiver { get; }

    public ITicketExporter Exporter => _host.Services.GetRequiredService<ITicketExporter>();

    public IExportLedgerQueries Ledger => _host.Services.GetRequiredService<IExportLedgerQueries>();

    public IPortableExporter Portable => _host.Services.GetRequiredService<IPortableExporter>();

    public static async Task<Stage> StartAsync(QuickstartSettings settings, CancellationToken cancellationToken)
    {
        PrepareFolder(settings);
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(settings.Overrides.Select(ToSetting))
            .Build();
        var tracker = await FakeTracker.StartAsync(cancellationToken: cancellationToken);
        var downTracker = await FakeTracker.StartAsync(cancellationToken: cancellationToken);
        var receiver = await StartReceiverAsync(configuration, cancellationToken);
        await downTracker.StopAsync();

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddTicketExport(configuration.GetSection(TicketExportOptions.SectionName))
            .AddFakeTracker("tracker", tracker)
            .AddFakeTracker("down-tracker", downTracker)
            .AddTarget("down-tracker", static target => target.LinkScope = LinkScope.PerTarget)
            .AddWebhook("automation", options => options.Url = receiver.Url.AbsoluteUri)
            .AddPortable(options => options.Folder = settings.Folder)
            .UseSqlite(settings.ConnectionString);
        var stage = new Stage(builder.Build(), tracker, downTracker, receiver);
        try
        {
            await stage._host.StartAsync(cancellationToken);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        await Tracker.DisposeAsync();
        await DownTracker.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>The receiver knows the secret of the target that is configured to send to it, as a customer's would.</summary>
    private static async Task<FakeWebhookReceiver> StartReceiverAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var options = new FakeWebhookReceiverOptions { AnswersWithTicket = true };
        if (configuration["TicketExport:Targets:automation:Credentials:signing_secret"] is { Length: > 0 } secret)
        {
            options.Secrets.Add(secret);
        }

        return await FakeWebhookReceiver.StartAsync(options, cancellationToken);
    }

    private static KeyValuePair<string, string?> ToSetting(string text) => text.Split('=', 2) is [{ Length: > 0 } key, var value]
        ? new(key, value)
        : throw new InputException($"'--set {text}' is not a setting. Write it as key=value.");

    private static void PrepareFolder(QuickstartSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Folder);
            if (settings.Fresh && settings.Ledger is null)
            {
                foreach (var suffix in new[] { "", "-wal", "-shm" })
                {
                    File.Delete(settings.LedgerFile + suffix);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{settings.Folder}' cannot be written ({exception.Message.TrimEnd('.')}). Pass another one with --folder.");
        }
    }
}
