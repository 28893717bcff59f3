using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>One in-memory ledger that survives because the world keeps it while workers are rebuilt.</summary>
internal sealed class MemoryStorage(TimeProvider time) : ILedgerStorage
{
    private readonly InMemoryExportLedger _ledger = new(time);

    public IExportLedgerQueries Queries => _ledger;

    public IDecisionLedger Decisions => _ledger;

    public ILinkLedger Links => _ledger;

    public IExportLedger Open() => _ledger;

    public void Abandon(IExportLedger ledger)
    {
    }

    public void Dispose()
    {
    }
}
