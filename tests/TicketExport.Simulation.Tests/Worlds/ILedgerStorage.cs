using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>What outlives a killed worker.</summary>
internal interface ILedgerStorage : IDisposable
{
    /// <summary>Reads that belong to the judge, not to a worker.</summary>
    IExportLedgerQueries Queries { get; }

    /// <summary>What a person decides through.</summary>
    IDecisionLedger Decisions { get; }

    /// <summary>What a person changes links through.</summary>
    ILinkLedger Links { get; }

    /// <summary>Opens the ledger for a new life of a worker.</summary>
    IExportLedger Open();

    /// <summary>Lets go of a dead worker's ledger.</summary>
    void Abandon(IExportLedger ledger);
}
