using Microsoft.Extensions.Hosting;

namespace TicketExport.Simulation.Worker;

/// <summary>Leaves all findings to the worker, and ends the host once all have a ticket.</summary>
internal sealed class EnqueuingService(ITicketExporter exporter, TimeProvider clock, IHostApplicationLifetime lifetime, WorkerArguments arguments) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var number in Enumerable.Range(1, arguments.Findings))
        {
            await exporter.EnqueueAsync(WorkerFindings.Request(number), stoppingToken);
        }

        await Findings.AskAsync(arguments.Findings, request => exporter.EnqueueAsync(request, stoppingToken), clock, stoppingToken);
        lifetime.StopApplication();
    }
}
