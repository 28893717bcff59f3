using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Worker;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>One life of a worker: the real services over a parked ledger and a parked provider.</summary>
internal abstract class SimulatedWorker
{
    protected SimulatedWorker(World world, int number)
    {
        World = world;
        Number = number;
        Clock = new SkewedClock(world.Time);
        Ledger = world.Storage.Open();
    }

    public int Number { get; }

    public IExportLedger Ledger { get; }

    public World World { get; }

    /// <summary>The clock of the machine that the worker runs on.</summary>
    public SkewedClock Clock { get; }

    public DateTimeOffset PausedUntil { get; set; }

    /// <summary>What nobody expected and ended it.</summary>
    public virtual Exception? Fault => Life.Exception?.InnerException;

    /// <summary>Whether it came to its end by itself, having been asked to.</summary>
    public virtual bool HasEnded => false;

    protected Task Life { get; private set; } = Task.CompletedTask;

    public void Start() => Life = LiveAsync();

    /// <summary>Cancels what it waits for.</summary>
    public virtual void Cancel()
    {
    }

    /// <summary>Asks it to end, as SIGTERM does.</summary>
    public virtual void Terminate()
    {
    }

    /// <summary>Never ends before the worker does; it faults when something nobody expected happens.</summary>
    protected abstract Task LiveAsync();

    protected IServiceProvider BuildServices(Action<TicketExportBuilder> add)
    {
        var plan = World.Plan;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(DispatchThreads.Same);
        services.AddSingleton(plan.Mutation.Provider(this, new SimulatedProvider(World, this)));
        services.AddSingleton<IExportLedger>(new ObservedLedger(World, this, plan.Mutation.Ledger(World, Ledger)));
        services.AddSingleton((ICommentLedger)Ledger);
        services.AddSingleton<IExportLedgerQueries>(new ObservedQueries(World, this, World.Storage.Queries));
        services.AddSingleton(provider => new RetryClock(provider.GetRequiredService<IOptionsMonitor<TicketExportOptions>>(), Clock)
        {
            Draw = World.Random.NextDouble,
        });
        add(services.AddTicketExport(static options => options.RetryMaxDelay = World.LongestWait)
            .AddTarget("board", Configure)
            .AddTarget("second", Configure));
        return services.BuildServiceProvider();

        void Configure(TicketTargetOptions target)
        {
            target.Provider = SimulatedProvider.Key;
            target.OwnershipConfirmed = true;
            target.RecreateWhenAbsent = plan.RecreatesWhenAbsent;
        }
    }
}
