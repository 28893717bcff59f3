using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Simulation.Tests.Worlds;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>A break of the protocol, put around the ledger or the provider of every worker.</summary>
internal sealed record Mutation(string Name)
{
    public static Mutation None { get; } = new("nothing broken");

    /// <summary>Breaks the ledger; called once for each life of a worker, over the same storage.</summary>
    public Func<World, IExportLedger, IExportLedger> Ledger { get; init; } = static (_, ledger) => ledger;

    /// <summary>Breaks the provider; called once for each life of a worker.</summary>
    public Func<SimulatedWorker, ITicketProvider, ITicketProvider> Provider { get; init; } = static (_, provider) => provider;

    /// <summary>Whether nodes that are asked to end do not wait for what is under way.</summary>
    public bool LeavesAtOnce { get; init; }

    /// <summary>Steers the worlds of breaks that show in rare ones only.</summary>
    public Func<SimulationPlan, SimulationPlan> Steer { get; init; } = static plan => plan;

    public override string ToString() => Name;
}
