using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>One life of a worker: the real services over a parked ledger and a parked provider, and a loop that exports.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A killed process disposes nothing, and neither does a worker.")]
internal sealed class SimulatedWorker
{
    private readonly World _world;
    private readonly ITicketExporter _exporter;
    private CancellationTokenSource _caller = new();

    public SimulatedWorker(World world, int number)
    {
        _world = world;
        Number = number;
        Ledger = world.Storage.Open();
        _exporter = BuildExporter();
    }

    public int Number { get; }

    public IExportLedger Ledger { get; }

    public World World => _world;

    public DateTimeOffset PausedUntil { get; set; }

    /// <summary>Never ends by itself; it faults when something nobody expected happens.</summary>
    public Task Life { get; private set; } = Task.CompletedTask;

    public void Start() => Life = LiveAsync();

    public void Cancel() => _caller.Cancel();

    private async Task LiveAsync()
    {
        while (true)
        {
            await _world.ParkAsync(this, World.Idle, _world.Now + _world.DrawRest());
            await ExportAsync(_world.PickWork(this));
        }
    }

    private async Task ExportAsync(ExportRequest request)
    {
        var name = $"{request.Document.Source.RecordId} to {request.TargetId}";
        try
        {
            var result = await _exporter.ExportAsync(request, _caller.Token);
            _world.Trace(Number, $"{name} came to {result.Outcome}");
            if (result.Outcome is ExportOutcome.Blocked or ExportOutcome.Unknown)
            {
                _world.Oracles.Report("worker", $"{name} came to {result.Outcome}: {result.Failure?.Message}");
            }
        }
        catch (TicketExportException exception)
        {
            _world.Trace(Number, $"{name} failed: {exception.Message}");
        }
        catch (OperationCanceledException) when (_caller.IsCancellationRequested)
        {
            _world.Trace(Number, $"{name} was cancelled");
        }

        if (_caller.IsCancellationRequested)
        {
            _caller = new CancellationTokenSource();
        }
    }

    private static void Configure(TicketTargetOptions target) => (target.Provider, target.OwnershipConfirmed) = (SimulatedProvider.Key, true);

    private ITicketExporter BuildExporter()
    {
        var plan = _world.Plan;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_world.Time);
        services.AddSingleton(plan.Mutation.Provider(this, new SimulatedProvider(_world, this)));
        services.AddSingleton<IExportLedger>(new ObservedLedger(_world, this, plan.Mutation.Ledger(_world, Ledger)));
        services.AddSingleton(provider => new RetryClock(provider.GetRequiredService<IOptionsMonitor<TicketExportOptions>>(), _world.Time)
        {
            Draw = _world.Random.NextDouble,
        });
        services.AddTicketExport(static options => options.RetryMaxDelay = World.LongestWait)
            .AddTarget("board", Configure)
            .AddTarget("second", Configure);
        return services.BuildServiceProvider().GetRequiredService<ITicketExporter>();

        void Configure(TicketTargetOptions target)
        {
            target.Provider = SimulatedProvider.Key;
            target.RecreateWhenAbsent = plan.RecreatesWhenAbsent;
        }
    }
}
