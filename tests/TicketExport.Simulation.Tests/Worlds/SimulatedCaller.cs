using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>A worker that exports one finding after the other and waits for each.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A killed process disposes nothing, and neither does a worker.")]
internal sealed class SimulatedCaller : SimulatedWorker
{
    private readonly ITicketExporter _exporter;
    private CancellationTokenSource _caller = new();

    public SimulatedCaller(World world, int number)
        : base(world, number) => _exporter = BuildServices(static _ => { }).GetRequiredService<ITicketExporter>();

    public override void Cancel() => _caller.Cancel();

    protected override async Task LiveAsync()
    {
        while (true)
        {
            await World.ParkAsync(this, World.Idle, World.Now + World.DrawRest());
            await ExportAsync(World.PickWork(this));
        }
    }

    private async Task ExportAsync(ExportRequest request)
    {
        var name = $"{request.Document.Source.RecordId} to {request.TargetId}";
        try
        {
            var result = await _exporter.ExportAsync(request, _caller.Token);
            World.Trace(Number, $"{name} came to {result.Outcome}");
            if (result.Outcome is ExportOutcome.Blocked or ExportOutcome.Unknown)
            {
                World.Oracles.Report("worker", $"{name} came to {result.Outcome}: {result.Failure?.Message}");
            }
        }
        catch (TicketExportException exception)
        {
            World.Trace(Number, $"{name} failed: {exception.Message}");
        }
        catch (OperationCanceledException) when (_caller.IsCancellationRequested)
        {
            World.Trace(Number, $"{name} was cancelled");
        }

        if (_caller.IsCancellationRequested)
        {
            _caller = new CancellationTokenSource();
        }
    }
}
