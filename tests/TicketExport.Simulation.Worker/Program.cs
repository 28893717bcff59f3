using Microsoft.Extensions.DependencyInjection;
using TicketExport;
using TicketExport.Simulation.Worker;

// Exports findings to a tracker in another process until all are linked. Made to be killed, or asked to end, at any moment and
// started again. See WorkerArguments for the arguments.
var arguments = WorkerArguments.Read(args);
if (arguments.ShutdownTimeout is { } timeout)
{
    // In a class of its own, so that a life without a host does not load one.
    await WorkerHost.RunAsync(arguments, timeout);
    return;
}

var services = new ServiceCollection();
WorkerServices.Add(services, arguments);
await using var provider = services.BuildServiceProvider();
var exporter = provider.GetRequiredService<ITicketExporter>();
await Findings.AskAsync(arguments.Findings, request => exporter.ExportAsync(request), provider.GetRequiredService<TimeProvider>(), CancellationToken.None);
