using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Worker;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>A machine whose host enqueues findings, and whose worker, or the host's own scheduler, sends what is due.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A killed process disposes nothing, and neither does a worker.")]
internal sealed class SimulatedNode : SimulatedWorker
{
    private const int TakenAtOnce = 5;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    private readonly ITicketExporter _exporter;
    private readonly Func<Task> _dispatch;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort;
    private Task _dispatching = Task.CompletedTask;

    public SimulatedNode(World world, int number, DispatchPlan plan)
        : base(world, number)
    {
        _abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, world.Time);
        var services = BuildServices(builder => builder.AddWorker(options =>
        {
            options.MaxParallel = plan.MaxParallel;
            options.MaxParallelPerTarget = plan.MaxParallelPerTarget;
        }));
        _exporter = services.GetRequiredService<ITicketExporter>();
        _dispatch = number <= plan.Scheduled
            ? () => CallAsync(services.GetRequiredService<ITicketExportDispatcher>())
            : () => ActivatorUtilities.CreateInstance<DispatchLoop>(services).RunAsync(_stop.Token, _abort.Token);
    }

    public override Exception? Fault => base.Fault ?? _dispatching.Exception?.InnerException;

    public override bool HasEnded => _stop.IsCancellationRequested && (_dispatching.IsCompleted || World.Plan.Mutation.LeavesAtOnce);

    public override void Terminate()
    {
        _abort.CancelAfter(ShutdownTimeout);
        _stop.Cancel();
    }

    protected override async Task LiveAsync()
    {
        if (World.Plan.Dispatch!.StartsLate)
        {
            foreach (var request in World.Backlog)
            {
                await EnqueueAsync(request);
            }
        }

        _dispatching = _dispatch();
        while (!_stop.IsCancellationRequested)
        {
            await World.ParkAsync(this, World.Idle, World.Now + World.DrawRest());
            await EnqueueAsync(World.PickWork(this));
        }
    }

    private async Task CallAsync(ITicketExportDispatcher dispatcher)
    {
        while (!_stop.IsCancellationRequested)
        {
            await World.ParkAsync(this, World.Idle, World.Now + World.DrawRest());
            try
            {
                var report = await dispatcher.RunOnceAsync(TakenAtOnce, _stop.Token);
                World.Trace(Number, $"its scheduler had {report.Taken} taken");
            }
            catch (TicketExportException exception)
            {
                World.Trace(Number, $"its scheduler met: {exception.Message}");
            }
        }
    }

    private async Task EnqueueAsync(ExportRequest request)
    {
        var name = $"{request.Document.Source.RecordId} to {request.TargetId}";
        try
        {
            var result = await _exporter.EnqueueAsync(request, CancellationToken.None);
            World.Trace(Number, $"enqueuing {name} came to {result.Outcome}");
            if (result.Outcome is ExportOutcome.Blocked or ExportOutcome.Unknown)
            {
                World.Oracles.Report("worker", $"enqueuing {name} came to {result.Outcome}: {result.Failure?.Message}");
            }
        }
        catch (TicketExportException exception)
        {
            World.Trace(Number, $"enqueuing {name} failed: {exception.Message}");
        }
    }
}
