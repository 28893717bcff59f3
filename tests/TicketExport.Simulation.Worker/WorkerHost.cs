using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TicketExport.Simulation.Worker;

/// <summary>A host with the worker, which ends as any host does when it is asked to.</summary>
internal static class WorkerHost
{
    public static async Task RunAsync(WorkerArguments arguments, TimeSpan shutdownTimeout)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = shutdownTimeout);
        WorkerServices.Add(builder.Services, arguments).AddWorker();
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<EnqueuingService>(provider, arguments));
        await builder.Build().RunAsync();
    }
}
