using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TicketExport;
using TicketExport.Simulation.Worker;
using TicketExport.Testing;

// Exports findings to a tracker in another process until all are linked. Made to be killed, or asked to end, at any moment and
// started again. See WorkerArguments for the arguments.
var arguments = WorkerArguments.Read(args);
if (arguments.ShutdownTimeout is not { } timeout)
{
    var services = new ServiceCollection();
    Add(services);
    await using var provider = services.BuildServiceProvider();
    var exporter = provider.GetRequiredService<ITicketExporter>();
    await Findings.AskAsync(arguments.Findings, request => exporter.ExportAsync(request), provider.GetRequiredService<TimeProvider>(), CancellationToken.None);
    return;
}

var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = timeout);
Add(builder.Services).AddWorker();
builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<EnqueuingService>(provider, arguments));
await builder.Build().RunAsync();

TicketExportBuilder Add(IServiceCollection services)
{
    services.AddSingleton<TimeProvider>(new FastTimeProvider(arguments.ClockStart, arguments.ClockFactor));
    return services.AddTicketExport(static options =>
        {
            options.LeaseDuration = TimeSpan.FromSeconds(20);
            options.RetryBaseDelay = TimeSpan.FromSeconds(1);
            options.RetryMaxDelay = TimeSpan.FromSeconds(10);
        })
        .AddFakeTracker()
        .AddTarget("board", target =>
        {
            target.Provider = FakeTrackerDefaults.Key;
            target.BaseUrl = arguments.Tracker;
            target.OwnershipConfirmed = true;
            target.Credentials[FakeTrackerDefaults.TokenCredential] = arguments.Token;
        })
        .UseSqlite($"Data Source={arguments.File}");
}
